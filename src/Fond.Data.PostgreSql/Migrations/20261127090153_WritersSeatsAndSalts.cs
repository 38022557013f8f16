using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WritersSeatsAndSalts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsCalledOff",
                table: "Projects",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Salt",
                table: "MeasurementBatches",
                type: "character varying(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                table: "Dispatches",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ServesInSeatId",
                table: "Attendance",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasWritten",
                table: "ApplicationCoAuthors",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeftAt",
                table: "ApplicationCoAuthors",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentIds",
                table: "AgendaItems",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.Sql("UPDATE \"Projects\" SET \"IsCalledOff\" = TRUE WHERE \"ClosedOn\" IS NOT NULL AND \"ApplicationId\" IN (SELECT \"ApplicationId\" FROM \"WorkflowInstances\" WHERE \"State\" = 'called-off')");
            migrationBuilder.Sql("DELETE FROM \"MeasurementSums\" WHERE \"BatchId\" IN (SELECT \"BatchId\" FROM \"MeasurementSums\" WHERE \"TotalsOnly\")"); // their rows are read instead: of totals of one each, and of none, the sums did not tell the spread
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsCalledOff",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "Salt",
                table: "MeasurementBatches");

            migrationBuilder.DropColumn(
                name: "Sha256",
                table: "Dispatches");

            migrationBuilder.DropColumn(
                name: "ServesInSeatId",
                table: "Attendance");

            migrationBuilder.DropColumn(
                name: "HasWritten",
                table: "ApplicationCoAuthors");

            migrationBuilder.DropColumn(
                name: "LeftAt",
                table: "ApplicationCoAuthors");

            migrationBuilder.DropColumn(
                name: "DocumentIds",
                table: "AgendaItems");
        }
    }
}
