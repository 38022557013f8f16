using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DispatchTextsAndFutures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "Dispatches",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Projects_Future_ApplicationId",
                table: "Projects",
                columns: new[] { "Future", "ApplicationId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Projects_Future_ApplicationId",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "Dispatches");
        }
    }
}
