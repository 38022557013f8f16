using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MeetingRoom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Replacements",
                table: "Minutes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "VotesByInstruction",
                table: "Memberships",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PresidingId",
                table: "Meetings",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PresidingId",
                table: "AgendaItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Proposals",
                table: "AgendaItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "IX_Meetings_PresidingId",
                table: "Meetings",
                column: "PresidingId");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItems_PresidingId",
                table: "AgendaItems",
                column: "PresidingId");

            migrationBuilder.AddForeignKey(
                name: "FK_AgendaItems_People_PresidingId",
                table: "AgendaItems",
                column: "PresidingId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Meetings_People_PresidingId",
                table: "Meetings",
                column: "PresidingId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("UPDATE \"Memberships\" SET \"VotesByInstruction\" = 1 WHERE \"Role\" = 'Secretary'"); // seats from before the rule keep the vote that they had
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AgendaItems_People_PresidingId",
                table: "AgendaItems");

            migrationBuilder.DropForeignKey(
                name: "FK_Meetings_People_PresidingId",
                table: "Meetings");

            migrationBuilder.DropIndex(
                name: "IX_Meetings_PresidingId",
                table: "Meetings");

            migrationBuilder.DropIndex(
                name: "IX_AgendaItems_PresidingId",
                table: "AgendaItems");

            migrationBuilder.DropColumn(
                name: "Replacements",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "VotesByInstruction",
                table: "Memberships");

            migrationBuilder.DropColumn(
                name: "PresidingId",
                table: "Meetings");

            migrationBuilder.DropColumn(
                name: "PresidingId",
                table: "AgendaItems");

            migrationBuilder.DropColumn(
                name: "Proposals",
                table: "AgendaItems");
        }
    }
}
