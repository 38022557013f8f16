using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.SqlServer.Migrations
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RemindedAt",
                table: "ReferralRequests",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wanted",
                table: "ReferralRequests",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Extensions",
                table: "Consultations",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "LateDays",
                table: "Consultations",
                type: "int",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "OverAt",
                table: "Consultations",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RemindDays",
                table: "Consultations",
                type: "int",
                nullable: false,
                defaultValue: 7);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "WithdrawnAt",
                table: "Consultations",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawnBecause",
                table: "Consultations",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateTable(
                name: "Alarms",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SubjectId = table.Column<long>(type: "bigint", nullable: false),
                    NextAttemptAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferralGroups",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Municipality = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralGroups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferralGroupMembers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BodyId = table.Column<long>(type: "bigint", nullable: false),
                    ReferralGroupId = table.Column<long>(type: "bigint", nullable: false)
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
