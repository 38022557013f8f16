using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class EnclosuresCorrectionsAndSeries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LateBaseline",
                table: "Projects",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameEn",
                table: "PlanWaves",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameEn",
                table: "PlanIndicators",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Series",
                table: "PlanIndicators",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SeriesLater",
                table: "PlanIndicators",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Corrections",
                table: "Minutes",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "Enclosures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseDocumentId = table.Column<long>(type: "bigint", nullable: true),
                    MatterDocumentId = table.Column<long>(type: "bigint", nullable: true),
                    ConsultationId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enclosures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Enclosures_CaseDocuments_CaseDocumentId",
                        column: x => x.CaseDocumentId,
                        principalTable: "CaseDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enclosures_Consultations_ConsultationId",
                        column: x => x.ConsultationId,
                        principalTable: "Consultations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Enclosures_MatterDocuments_MatterDocumentId",
                        column: x => x.MatterDocumentId,
                        principalTable: "MatterDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportFaults",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Faults = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFaults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportFaults_MeasurementImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "MeasurementImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Enclosures_CaseDocumentId",
                table: "Enclosures",
                column: "CaseDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Enclosures_ConsultationId",
                table: "Enclosures",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_Enclosures_MatterDocumentId",
                table: "Enclosures",
                column: "MatterDocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportFaults_ImportId_Number",
                table: "ImportFaults",
                columns: new[] { "ImportId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Enclosures");

            migrationBuilder.DropTable(
                name: "ImportFaults");

            migrationBuilder.DropColumn(
                name: "LateBaseline",
                table: "Projects");

            migrationBuilder.DropColumn(
                name: "NameEn",
                table: "PlanWaves");

            migrationBuilder.DropColumn(
                name: "NameEn",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "Series",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "SeriesLater",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "Corrections",
                table: "Minutes");
        }
    }
}
