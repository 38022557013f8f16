using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class IndicatorCatalogue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CatalogueCode",
                table: "PlanIndicators",
                type: "TEXT",
                maxLength: 50,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "CatalogueId",
                table: "PlanIndicators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TargetOn",
                table: "PlanIndicators",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CatalogueIndicators",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Instrument = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SourceSystem = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProposedById = table.Column<long>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Paragraph = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: true),
                    RetiredFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RetirementReason = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogueIndicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CatalogueIndicators_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueIndicators_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueIndicators_People_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CatalogueIndicators_People_ProposedById",
                        column: x => x.ProposedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PlanIndicators_CatalogueId",
                table: "PlanIndicators",
                column: "CatalogueId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueIndicators_BodyId",
                table: "CatalogueIndicators",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueIndicators_DecidedById",
                table: "CatalogueIndicators",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueIndicators_FundId_Code_Number",
                table: "CatalogueIndicators",
                columns: new[] { "FundId", "Code", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CatalogueIndicators_ProposedById",
                table: "CatalogueIndicators",
                column: "ProposedById");

            migrationBuilder.AddForeignKey(
                name: "FK_PlanIndicators_CatalogueIndicators_CatalogueId",
                table: "PlanIndicators",
                column: "CatalogueId",
                principalTable: "CatalogueIndicators",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PlanIndicators_CatalogueIndicators_CatalogueId",
                table: "PlanIndicators");

            migrationBuilder.DropTable(
                name: "CatalogueIndicators");

            migrationBuilder.DropIndex(
                name: "IX_PlanIndicators_CatalogueId",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "CatalogueCode",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "CatalogueId",
                table: "PlanIndicators");

            migrationBuilder.DropColumn(
                name: "TargetOn",
                table: "PlanIndicators");
        }
    }
}
