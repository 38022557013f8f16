using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.SqlServer.Migrations
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
                type: "nvarchar(50)",
                maxLength: 50,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<long>(
                name: "CatalogueId",
                table: "PlanIndicators",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "TargetOn",
                table: "PlanIndicators",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CatalogueIndicators",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FundId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Definition = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Instrument = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    SourceSystem = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ProposedById = table.Column<long>(type: "bigint", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    BodyId = table.Column<long>(type: "bigint", nullable: true),
                    DecidedById = table.Column<long>(type: "bigint", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Paragraph = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Reasons = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    RetiredFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    RetirementReason = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
