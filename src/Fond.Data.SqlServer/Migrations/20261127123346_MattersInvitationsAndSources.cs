using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class MattersInvitationsAndSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Instrument",
                table: "PlanIndicators",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "PlanIndicators",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SourceSystem",
                table: "PlanIndicators",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "DemandsIntentions",
                table: "Calls",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AlsoPreparesFor",
                table: "Bodies",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "HasAccepted",
                table: "ApplicationCoAuthors",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "Matters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FundId = table.Column<long>(type: "bigint", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProgrammeId = table.Column<long>(type: "bigint", nullable: true),
                    BodyId = table.Column<long>(type: "bigint", nullable: true),
                    OpenedById = table.Column<long>(type: "bigint", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Matters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Matters_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Matters_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Matters_People_OpenedById",
                        column: x => x.OpenedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Matters_Programmes_ProgrammeId",
                        column: x => x.ProgrammeId,
                        principalTable: "Programmes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MatterDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MatterId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Correspondent = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    IsPrivate = table.Column<bool>(type: "bit", nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Corrects = table.Column<int>(type: "int", nullable: true),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    RegisteredById = table.Column<long>(type: "bigint", nullable: true),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Secrecy = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatterDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MatterDocuments_Matters_MatterId",
                        column: x => x.MatterId,
                        principalTable: "Matters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatterDocuments_People_RegisteredById",
                        column: x => x.RegisteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MatterDocuments_Kind_TargetId",
                table: "MatterDocuments",
                columns: new[] { "Kind", "TargetId" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterDocuments_MatterId_Number",
                table: "MatterDocuments",
                columns: new[] { "MatterId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MatterDocuments_RegisteredById",
                table: "MatterDocuments",
                column: "RegisteredById");

            migrationBuilder.CreateIndex(
                name: "IX_Matters_BodyId",
                table: "Matters",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Matters_FundId_CaseNumber",
                table: "Matters",
                columns: new[] { "FundId", "CaseNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Matters_OpenedById",
                table: "Matters",
                column: "OpenedById");

            migrationBuilder.CreateIndex(
                name: "IX_Matters_ProgrammeId",
                table: "Matters",
                column: "ProgrammeId");

            migrationBuilder.Sql($"EXEC(N'CREATE TRIGGER [MatterDocuments_append_only] ON [MatterDocuments] AFTER UPDATE, DELETE AS IF NOT EXISTS (SELECT 1 FROM inserted) OR {string.Join(" OR ", Fixed.Select(column => $"UPDATE([{column}])"))} BEGIN THROW 51000, ''MatterDocuments is append only'', 1; END');");

            migrationBuilder.Sql("EXEC(N'UPDATE [PlanIndicators] SET [Instrument] = (SELECT [c].[Instrument] FROM [CatalogueIndicators] AS [c] WHERE [c].[Id] = [PlanIndicators].[CatalogueId]), [SourceSystem] = (SELECT [c].[SourceSystem] FROM [CatalogueIndicators] AS [c] WHERE [c].[Id] = [PlanIndicators].[CatalogueId]), [Owner] = (SELECT [c].[Owner] FROM [CatalogueIndicators] AS [c] WHERE [c].[Id] = [PlanIndicators].[CatalogueId]) WHERE [CatalogueId] IS NOT NULL')"); // as the unit, what is of the catalogue has its
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MatterDocuments");

            migrationBuilder.DropTable(
                name: "Matters");

            migrationBuilder.DropColumn(
                name: "Instrument",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "Owner",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "SourceSystem",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "DemandsIntentions",
                table: "Calls");

            migrationBuilder.DropColumn(
                name: "AlsoPreparesFor",
                table: "Bodies");

            migrationBuilder.DropColumn(
                name: "HasAccepted",
                table: "ApplicationCoAuthors");
        }

        /// <summary>All that may never change: only the mark of secrecy may, and the version with it.</summary>
        private static readonly string[] Fixed =
            ["Id", "MatterId", "Number", "Kind", "Direction", "On", "Correspondent", "IsPrivate", "Subject", "Corrects", "TargetId", "RegisteredById", "RegisteredAt"];
    }
}
