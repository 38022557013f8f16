using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class MatterReleasesAndEnglishUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "UnitEn",
                table: "PlanIndicators",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UnitEn",
                table: "CatalogueIndicators",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MatterReleaseRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MatterId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    DocumentId = table.Column<long>(type: "bigint", nullable: false),
                    Requester = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredById = table.Column<long>(type: "bigint", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Ground = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Masked = table.Column<string>(type: "text", nullable: true),
                    MaskedFields = table.Column<string>(type: "text", nullable: false),
                    Reasons = table.Column<string>(type: "text", nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatterReleaseRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MatterReleaseRequests_MatterDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "MatterDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatterReleaseRequests_Matters_MatterId",
                        column: x => x.MatterId,
                        principalTable: "Matters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatterReleaseRequests_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatterReleaseRequests_People_RegisteredById",
                        column: x => x.RegisteredById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MatterReleaseRequests_DecidedById",
                table: "MatterReleaseRequests",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_MatterReleaseRequests_DocumentId",
                table: "MatterReleaseRequests",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_MatterReleaseRequests_MatterId",
                table: "MatterReleaseRequests",
                column: "MatterId");

            migrationBuilder.CreateIndex(
                name: "IX_MatterReleaseRequests_Outcome_Id",
                table: "MatterReleaseRequests",
                columns: new[] { "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MatterReleaseRequests_RegisteredById",
                table: "MatterReleaseRequests",
                column: "RegisteredById");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MatterReleaseRequests");

            migrationBuilder.DropColumn(
                name: "UnitEn",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "UnitEn",
                table: "CatalogueIndicators");
        }
    }
}
