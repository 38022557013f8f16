using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MeasurementImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Measurements_PlanId_RowKey",
                table: "Measurements");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Measurements",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "MeasurementCorrections",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    MeasurementId = table.Column<long>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasurementCorrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasurementCorrections_MeasurementBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "MeasurementBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementCorrections_MeasurementPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "MeasurementPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementCorrections_Measurements_MeasurementId",
                        column: x => x.MeasurementId,
                        principalTable: "Measurements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasurementImports",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoggedById = table.Column<long>(type: "INTEGER", nullable: false),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NextAttemptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Logged = table.Column<int>(type: "INTEGER", nullable: false),
                    Corrected = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Faulty = table.Column<int>(type: "INTEGER", nullable: false),
                    Faults = table.Column<string>(type: "TEXT", nullable: false),
                    Warned = table.Column<int>(type: "INTEGER", nullable: false),
                    Warnings = table.Column<string>(type: "TEXT", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasurementImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasurementImports_MeasurementBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "MeasurementBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementImports_People_LoggedById",
                        column: x => x.LoggedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementImports_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasurementSums",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    BatchId = table.Column<long>(type: "INTEGER", nullable: false),
                    IndicatorId = table.Column<long>(type: "INTEGER", nullable: false),
                    WaveId = table.Column<long>(type: "INTEGER", nullable: false),
                    Group = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subgroup = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SiteKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    N = table.Column<long>(type: "INTEGER", nullable: false),
                    Mean = table.Column<double>(type: "REAL", nullable: false),
                    Squares = table.Column<double>(type: "REAL", nullable: false),
                    Events = table.Column<double>(type: "REAL", nullable: false),
                    Exposure = table.Column<double>(type: "REAL", nullable: false),
                    TotalsOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    Total = table.Column<double>(type: "REAL", nullable: false),
                    Largest = table.Column<double>(type: "REAL", nullable: false),
                    Second = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasurementSums", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasurementSums_MeasurementBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "MeasurementBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementSums_MeasurementPlans_PlanId",
                        column: x => x.PlanId,
                        principalTable: "MeasurementPlans",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementSums_PlanIndicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "PlanIndicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeasurementSums_PlanWaves_WaveId",
                        column: x => x.WaveId,
                        principalTable: "PlanWaves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportPieces",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportPieces", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImportPieces_MeasurementImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "MeasurementImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_PlanId_RowKey_Revision",
                table: "Measurements",
                columns: new[] { "PlanId", "RowKey", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ImportPieces_ImportId_Number",
                table: "ImportPieces",
                columns: new[] { "ImportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementCorrections_BatchId",
                table: "MeasurementCorrections",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementCorrections_MeasurementId",
                table: "MeasurementCorrections",
                column: "MeasurementId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementCorrections_PlanId",
                table: "MeasurementCorrections",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementImports_BatchId",
                table: "MeasurementImports",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementImports_LoggedById",
                table: "MeasurementImports",
                column: "LoggedById");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementImports_NextAttemptAt",
                table: "MeasurementImports",
                column: "NextAttemptAt");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementImports_ProjectId",
                table: "MeasurementImports",
                column: "ProjectId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementSums_BatchId",
                table: "MeasurementSums",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementSums_IndicatorId",
                table: "MeasurementSums",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementSums_PlanId",
                table: "MeasurementSums",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasurementSums_WaveId",
                table: "MeasurementSums",
                column: "WaveId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ImportPieces");

            migrationBuilder.DropTable(
                name: "MeasurementCorrections");

            migrationBuilder.DropTable(
                name: "MeasurementSums");

            migrationBuilder.DropTable(
                name: "MeasurementImports");

            migrationBuilder.DropIndex(
                name: "IX_Measurements_PlanId_RowKey_Revision",
                table: "Measurements");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Measurements");

            migrationBuilder.CreateIndex(
                name: "IX_Measurements_PlanId_RowKey",
                table: "Measurements",
                columns: new[] { "PlanId", "RowKey" },
                unique: true);
        }
    }
}
