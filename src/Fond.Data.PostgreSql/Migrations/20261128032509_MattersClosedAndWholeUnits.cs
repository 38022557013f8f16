using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class MattersClosedAndWholeUnits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Measurements_IndicatorId",
                table: "Measurements");

            migrationBuilder.AddColumn<bool>(
                name: "WholeUnits",
                table: "MeasurementPlans",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ClosedById",
                table: "Matters",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "Matters",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PerPerson",
                table: "KeyFigures",
                type: "boolean",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DisposedMatterDocuments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DisposalId = table.Column<long>(type: "bigint", nullable: false),
                    DocumentId = table.Column<long>(type: "bigint", nullable: false),
                    RuleId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisposedMatterDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisposedMatterDocuments_Disposals_DisposalId",
                        column: x => x.DisposalId,
                        principalTable: "Disposals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DisposedMatterDocuments_MatterDocuments_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "MatterDocuments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DisposedMatterDocuments_RetentionRules_RuleId",
                        column: x => x.RuleId,
                        principalTable: "RetentionRules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_IndicatorId_SiteKey",
                table: "Measurements",
                columns: new[] { "IndicatorId", "SiteKey" },
                filter: "\"SiteKey\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_IndicatorId_WaveId_Group_N",
                table: "Measurements",
                columns: new[] { "IndicatorId", "WaveId", "Group", "N" });

            migrationBuilder.CreateIndex(
                name: "IX_Matters_ClosedById",
                table: "Matters",
                column: "ClosedById");

            migrationBuilder.CreateIndex(
                name: "IX_DisposedMatterDocuments_DisposalId",
                table: "DisposedMatterDocuments",
                column: "DisposalId");

            migrationBuilder.CreateIndex(
                name: "IX_DisposedMatterDocuments_DocumentId",
                table: "DisposedMatterDocuments",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_DisposedMatterDocuments_RuleId",
                table: "DisposedMatterDocuments",
                column: "RuleId");

            migrationBuilder.AddForeignKey(
                name: "FK_Matters_People_ClosedById",
                table: "Matters",
                column: "ClosedById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.Sql("""CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "DisposedMatterDocuments" FOR EACH STATEMENT EXECUTE FUNCTION fond_append_only()""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Matters_People_ClosedById",
                table: "Matters");

            migrationBuilder.DropTable(
                name: "DisposedMatterDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Measurements_IndicatorId_SiteKey",
                table: "Measurements");

            migrationBuilder.DropIndex(
                name: "IX_Measurements_IndicatorId_WaveId_Group_N",
                table: "Measurements");

            migrationBuilder.DropIndex(
                name: "IX_Matters_ClosedById",
                table: "Matters");

            migrationBuilder.DropColumn(
                name: "WholeUnits",
                table: "MeasurementPlans");

            migrationBuilder.DropColumn(
                name: "ClosedById",
                table: "Matters");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "Matters");

            migrationBuilder.DropColumn(
                name: "PerPerson",
                table: "KeyFigures");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_IndicatorId",
                table: "Measurements",
                column: "IndicatorId");
        }
    }
}
