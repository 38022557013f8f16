using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
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
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Owner",
                table: "PlanIndicators",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceSystem",
                table: "PlanIndicators",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "DemandsIntentions",
                table: "Calls",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AlsoPreparesFor",
                table: "Bodies",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "HasAccepted",
                table: "ApplicationCoAuthors",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.CreateTable(
                name: "Matters",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FundId = table.Column<long>(type: "bigint", nullable: false),
                    CaseNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
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
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MatterId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Correspondent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    IsPrivate = table.Column<bool>(type: "boolean", nullable: false),
                    Subject = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Corrects = table.Column<int>(type: "integer", nullable: true),
                    TargetId = table.Column<long>(type: "bigint", nullable: true),
                    RegisteredById = table.Column<long>(type: "bigint", nullable: true),
                    RegisteredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Secrecy = table.Column<string>(type: "text", nullable: true)
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

            migrationBuilder.Sql($"""CREATE TRIGGER append_only BEFORE UPDATE OF {string.Join(", ", Fixed.Select(column => $"\"{column}\""))} OR DELETE OR TRUNCATE ON "MatterDocuments" FOR EACH STATEMENT EXECUTE FUNCTION fond_append_only()""");

            migrationBuilder.Sql("UPDATE \"PlanIndicators\" SET \"Instrument\" = (SELECT \"c\".\"Instrument\" FROM \"CatalogueIndicators\" AS \"c\" WHERE \"c\".\"Id\" = \"PlanIndicators\".\"CatalogueId\"), \"SourceSystem\" = (SELECT \"c\".\"SourceSystem\" FROM \"CatalogueIndicators\" AS \"c\" WHERE \"c\".\"Id\" = \"PlanIndicators\".\"CatalogueId\"), \"Owner\" = (SELECT \"c\".\"Owner\" FROM \"CatalogueIndicators\" AS \"c\" WHERE \"c\".\"Id\" = \"PlanIndicators\".\"CatalogueId\") WHERE \"CatalogueId\" IS NOT NULL"); // as the unit, what is of the catalogue has its
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
