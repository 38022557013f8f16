using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ConsultationCourse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ExtendedTo",
                table: "ReferralRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RemindedAt",
                table: "ReferralRequests",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wanted",
                table: "ReferralRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Extensions",
                table: "Consultations",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "Consultations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<long>(
                name: "OverAt",
                table: "Consultations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RemindDays",
                table: "Consultations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "Consultations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Alarms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferralGroups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Municipality = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferralGroupMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    ReferralGroupId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralGroupMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralGroupMembers_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferralGroupMembers_ReferralGroups_ReferralGroupId",
                        column: x => x.ReferralGroupId,
                        principalTable: "ReferralGroups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Alarms_Kind_SubjectId",
                table: "Alarms",
                columns: new[] { "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Alarms_NextAttemptAt",
                table: "Alarms",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralGroupMembers_BodyId",
                table: "ReferralGroupMembers",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralGroupMembers_ReferralGroupId",
                table: "ReferralGroupMembers",
                column: "ReferralGroupId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralGroups_Municipality",
                table: "ReferralGroups",
                column: "Municipality");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Alarms");

            migrationBuilder.DropTable(
                name: "ReferralGroupMembers");

            migrationBuilder.DropTable(
                name: "ReferralGroups");

            migrationBuilder.DropColumn(
                name: "ExtendedTo",
                table: "ReferralRequests");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "ReferralRequests");

            migrationBuilder.DropColumn(
                name: "Wanted",
                table: "ReferralRequests");

            migrationBuilder.DropColumn(
                name: "Extensions",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "LateDays",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "OverAt",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "RemindDays",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "WithdrawnBecause",
                table: "Consultations");
        }
    }
}
