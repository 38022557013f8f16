using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false),
                    KoladaId = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Definition = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Attribution = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    KoladaKpi = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    NextFetchAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FetchedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FetchFault = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FetchFailures = table.Column<int>(type: "INTEGER", nullable: false),
                    IsFollowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Decisions = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyFigureId = table.Column<long>(type: "INTEGER", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ById = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Revised = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    KeyFigureId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    NamedById = table.Column<long>(type: "INTEGER", nullable: false),
                    NamedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DroppedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    KeyFigureId = table.Column<long>(type: "INTEGER", nullable: false),
                    AreaId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoadId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Gender = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 6, nullable: true),
                    Missing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false)
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
