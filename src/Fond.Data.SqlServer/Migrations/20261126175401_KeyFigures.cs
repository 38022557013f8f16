using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class KeyFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "KeyFigureAreas",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FundId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    IsWhole = table.Column<bool>(type: "bit", nullable: false),
                    KoladaId = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureAreas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyFigureAreas_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyFigures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FundId = table.Column<long>(type: "bigint", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Unit = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Definition = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Direction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Attribution = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Url = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Owner = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    KoladaKpi = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true, collation: "Latin1_General_100_BIN2"),
                    NextFetchAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    FetchedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    FetchFault = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    FetchFailures = table.Column<int>(type: "int", nullable: false),
                    IsFollowed = table.Column<bool>(type: "bit", nullable: false),
                    Decisions = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyFigures_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureLoads",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyFigureId = table.Column<long>(type: "bigint", nullable: false),
                    Origin = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Added = table.Column<int>(type: "int", nullable: false),
                    Revised = table.Column<int>(type: "int", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureLoads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyFigureLoads_KeyFigures_KeyFigureId",
                        column: x => x.KeyFigureId,
                        principalTable: "KeyFigures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyFigureLoads_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProjectKeyFigures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ProjectId = table.Column<long>(type: "bigint", nullable: false),
                    KeyFigureId = table.Column<long>(type: "bigint", nullable: false),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false, collation: "Latin1_General_100_BIN2"),
                    NamedById = table.Column<long>(type: "bigint", nullable: false),
                    NamedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DroppedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectKeyFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProjectKeyFigures_KeyFigureAreas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "KeyFigureAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProjectKeyFigures_KeyFigures_KeyFigureId",
                        column: x => x.KeyFigureId,
                        principalTable: "KeyFigures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProjectKeyFigures_People_NamedById",
                        column: x => x.NamedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProjectKeyFigures_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeyFigureValues",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    KeyFigureId = table.Column<long>(type: "bigint", nullable: false),
                    AreaId = table.Column<long>(type: "bigint", nullable: false),
                    LoadId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Gender = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Value = table.Column<decimal>(type: "decimal(18,6)", precision: 18, scale: 6, nullable: true),
                    Missing = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    IsCurrent = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeyFigureValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeyFigureValues_KeyFigureAreas_AreaId",
                        column: x => x.AreaId,
                        principalTable: "KeyFigureAreas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyFigureValues_KeyFigureLoads_LoadId",
                        column: x => x.LoadId,
                        principalTable: "KeyFigureLoads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_KeyFigureValues_KeyFigures_KeyFigureId",
                        column: x => x.KeyFigureId,
                        principalTable: "KeyFigures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureAreas_FundId_Code",
                table: "KeyFigureAreas",
                columns: new[] { "FundId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureLoads_ById",
                table: "KeyFigureLoads",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureLoads_KeyFigureId",
                table: "KeyFigureLoads",
                column: "KeyFigureId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigures_Code",
                table: "KeyFigures",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigures_FundId_Code",
                table: "KeyFigures",
                columns: new[] { "FundId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigures_FundId_IsFollowed_Id",
                table: "KeyFigures",
                columns: new[] { "FundId", "IsFollowed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigures_IsFollowed_Id",
                table: "KeyFigures",
                columns: new[] { "IsFollowed", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigures_NextFetchAt",
                table: "KeyFigures",
                column: "NextFetchAt");

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureValues_AreaId",
                table: "KeyFigureValues",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureValues_KeyFigureId_AreaId_Year_Gender_Revision",
                table: "KeyFigureValues",
                columns: new[] { "KeyFigureId", "AreaId", "Year", "Gender", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureValues_KeyFigureId_IsCurrent_Year",
                table: "KeyFigureValues",
                columns: new[] { "KeyFigureId", "IsCurrent", "Year" });

            migrationBuilder.CreateIndex(
                name: "IX_KeyFigureValues_LoadId",
                table: "KeyFigureValues",
                column: "LoadId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectKeyFigures_AreaId",
                table: "ProjectKeyFigures",
                column: "AreaId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectKeyFigures_KeyFigureId",
                table: "ProjectKeyFigures",
                column: "KeyFigureId");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectKeyFigures_NamedById",
                table: "ProjectKeyFigures",
                column: "NamedById");

            migrationBuilder.CreateIndex(
                name: "IX_ProjectKeyFigures_ProjectId",
                table: "ProjectKeyFigures",
                column: "ProjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeyFigureValues");

            migrationBuilder.DropTable(
                name: "ProjectKeyFigures");

            migrationBuilder.DropTable(
                name: "KeyFigureLoads");

            migrationBuilder.DropTable(
                name: "KeyFigureAreas");

            migrationBuilder.DropTable(
                name: "KeyFigures");
        }
    }
}
