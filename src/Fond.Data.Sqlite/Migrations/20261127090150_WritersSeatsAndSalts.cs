using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Salt",
                table: "MeasurementBatches",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Sha256",
                table: "Dispatches",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ServesInSeatId",
                table: "Attendance",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HasWritten",
                table: "ApplicationCoAuthors",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<long>(
                name: "LeftAt",
                table: "ApplicationCoAuthors",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentIds",
                table: "AgendaItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.Sql("UPDATE \"Projects\" SET \"IsCalledOff\" = 1 WHERE \"ClosedOn\" IS NOT NULL AND \"ApplicationId\" IN (SELECT \"ApplicationId\" FROM \"WorkflowInstances\" WHERE \"State\" = 'called-off')");
            migrationBuilder.Sql("DELETE FROM \"MeasurementSums\" WHERE \"BatchId\" IN (SELECT \"BatchId\" FROM \"MeasurementSums\" WHERE \"TotalsOnly\" = 1)"); // their rows are read instead: of totals of one each, and of none, the sums did not tell the spread
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
