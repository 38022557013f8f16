using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DraftsWithNumber : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_Phase",
                table: "Applications");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Phase_CaseNumber",
                table: "Applications",
                columns: new[] { "Phase", "CaseNumber" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Applications_Phase_CaseNumber",
                table: "Applications");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_Phase",
                table: "Applications",
                column: "Phase");
        }
    }
}
