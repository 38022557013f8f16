using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.SqlServer.Migrations
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Salt",
                table: "MeasurementBatches",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                table: "Dispatches",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "ServesInSeatId",
                table: "Attendance",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasWritten",
                table: "ApplicationCoAuthors",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LeftAt",
                table: "ApplicationCoAuthors",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentIds",
                table: "AgendaItems",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.Sql("EXEC(N'UPDATE [Projects] SET [IsCalledOff] = 1 WHERE [ClosedOn] IS NOT NULL AND [ApplicationId] IN (SELECT [ApplicationId] FROM [WorkflowInstances] WHERE [State] = ''called-off'')')");
            migrationBuilder.Sql("EXEC(N'DELETE FROM [MeasurementSums] WHERE [BatchId] IN (SELECT [BatchId] FROM [MeasurementSums] WHERE [TotalsOnly] = 1)')"); // their rows are read instead: of totals of one each, and of none, the sums did not tell the spread
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
