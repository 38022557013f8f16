using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DecisionsAndSavings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Workflow_Phase",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_LedgerTransactions_FundId",
                table: "LedgerTransactions");

            migrationBuilder.AddColumn<string>(
                name: "Reviews",
                table: "Minutes",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "DecisionMemos",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    WrittenById = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    File = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DecisionMemos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DecisionMemos_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DecisionMemos_People_WrittenById",
                        column: x => x.WrittenById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Dispatches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DecisionId = table.Column<long>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<string>(type: "TEXT", nullable: false),
                    SentById = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Dispatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Dispatches_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Dispatches_Decisions_DecisionId",
                        column: x => x.DecisionId,
                        principalTable: "Decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Dispatches_People_SentById",
                        column: x => x.SentById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Measures",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BodyId = table.Column<long>(type: "INTEGER", nullable: false),
                    MeetingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Paragraph = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ResponsibleId = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Order = table.Column<string>(type: "TEXT", nullable: true),
                    Report = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Measures_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Bodies_BodyId",
                        column: x => x.BodyId,
                        principalTable: "Bodies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_Meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Measures_People_ResponsibleId",
                        column: x => x.ResponsibleId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriceIndexLevels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<decimal>(type: "TEXT", precision: 12, scale: 4, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceIndexLevels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceIndexLevels_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PriceLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Payer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Board = table.Column<string>(type: "TEXT", nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    PriceYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PriceLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PriceLines_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RepaymentAgreements",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<long>(type: "INTEGER", nullable: false),
                    FundId = table.Column<long>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Share = table.Column<decimal>(type: "TEXT", precision: 9, scale: 6, nullable: true),
                    Contract = table.Column<string>(type: "TEXT", nullable: true),
                    Goal = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    DeviationReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    BindingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RepaymentAgreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RepaymentAgreements_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RepaymentAgreements_Funds_FundId",
                        column: x => x.FundId,
                        principalTable: "Funds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RepaymentAgreements_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavingsCases",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatedById = table.Column<long>(type: "INTEGER", nullable: false),
                    StatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ValuedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Savings = table.Column<string>(type: "TEXT", nullable: false),
                    UnitCosts = table.Column<string>(type: "TEXT", nullable: false),
                    IndexLevels = table.Column<string>(type: "TEXT", nullable: false),
                    Costs = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavingsCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavingsCases_People_StatedById",
                        column: x => x.StatedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SavingsCases_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Instalments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: true),
                    InvoiceNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    InvoicedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Paid = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenDown = table.Column<long>(type: "INTEGER", nullable: false),
                    WriteDownReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    WrittenDownOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenDownById = table.Column<long>(type: "INTEGER", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RepaymentAgreementId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Instalments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Instalments_People_WrittenDownById",
                        column: x => x.WrittenDownById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Instalments_RepaymentAgreements_RepaymentAgreementId",
                        column: x => x.RepaymentAgreementId,
                        principalTable: "RepaymentAgreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Workflow_Phase_ApplicationId",
                table: "WorkflowInstances",
                columns: new[] { "Workflow", "Phase", "ApplicationId" });

            migrationBuilder.CreateIndex(
                name: "IX_Notifications_PersonId_Id",
                table: "Notifications",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_FundId_Kind_Id",
                table: "LedgerTransactions",
                columns: new[] { "FundId", "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_DecisionMemos_ApplicationId",
                table: "DecisionMemos",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_DecisionMemos_WrittenById",
                table: "DecisionMemos",
                column: "WrittenById");

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_ApplicationId",
                table: "Dispatches",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_DecisionId",
                table: "Dispatches",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_Dispatches_SentById",
                table: "Dispatches",
                column: "SentById");

            migrationBuilder.CreateIndex(
                name: "IX_Instalments_RepaymentAgreementId",
                table: "Instalments",
                column: "RepaymentAgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_Instalments_WrittenDownById",
                table: "Instalments",
                column: "WrittenDownById");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ApplicationId",
                table: "Measures",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_BodyId",
                table: "Measures",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_DoneOn_DueOn",
                table: "Measures",
                columns: new[] { "DoneOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Measures_MeetingId",
                table: "Measures",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Measures_ResponsibleId",
                table: "Measures",
                column: "ResponsibleId");

            migrationBuilder.CreateIndex(
                name: "IX_PriceIndexLevels_FundId_Year_Revision",
                table: "PriceIndexLevels",
                columns: new[] { "FundId", "Year", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PriceLines_FundId_Code_From",
                table: "PriceLines",
                columns: new[] { "FundId", "Code", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RepaymentAgreements_ApplicationId",
                table: "RepaymentAgreements",
                column: "ApplicationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RepaymentAgreements_FundId",
                table: "RepaymentAgreements",
                column: "FundId");

            migrationBuilder.CreateIndex(
                name: "IX_RepaymentAgreements_NextDueOn",
                table: "RepaymentAgreements",
                column: "NextDueOn");

            migrationBuilder.CreateIndex(
                name: "IX_RepaymentAgreements_ProjectId",
                table: "RepaymentAgreements",
                column: "ProjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavingsCases_ProjectId_Number",
                table: "SavingsCases",
                columns: new[] { "ProjectId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavingsCases_StatedById",
                table: "SavingsCases",
                column: "StatedById");

            foreach (var table in Tables.Append("Disposals")) // INSERT OR REPLACE removes the old row without a DELETE
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only_insert BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE Id = NEW.Id) BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
            foreach (var table in Tables)
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
            foreach (var table in Tables.Append("Disposals"))
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
            migrationBuilder.Sql("CREATE TRIGGER Disposals_append_only_update BEFORE UPDATE OF Id, FundId, ProposedById, ProposedAt ON Disposals BEGIN SELECT RAISE(ABORT, 'Disposals is append only'); END");
            migrationBuilder.Sql("CREATE TRIGGER Disposals_settled_once BEFORE UPDATE ON Disposals WHEN OLD.State <> 'Proposed' BEGIN SELECT RAISE(ABORT, 'Disposals is append only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER Disposals_settled_once");
            foreach (var table in Tables.Append("Disposals"))
                foreach (var change in new[] { "insert", "update", "delete" })
                    migrationBuilder.Sql($"DROP TRIGGER {table}_append_only_{change}");

            migrationBuilder.DropTable(
                name: "DecisionMemos");

            migrationBuilder.DropTable(
                name: "Dispatches");

            migrationBuilder.DropTable(
                name: "Instalments");

            migrationBuilder.DropTable(
                name: "Measures");

            migrationBuilder.DropTable(
                name: "PriceIndexLevels");

            migrationBuilder.DropTable(
                name: "PriceLines");

            migrationBuilder.DropTable(
                name: "SavingsCases");

            migrationBuilder.DropTable(
                name: "RepaymentAgreements");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Workflow_Phase_ApplicationId",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_Notifications_PersonId_Id",
                table: "Notifications");

            migrationBuilder.DropIndex(
                name: "IX_LedgerTransactions_FundId_Kind_Id",
                table: "LedgerTransactions");

            migrationBuilder.DropColumn(
                name: "Reviews",
                table: "Minutes");

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Workflow_Phase",
                table: "WorkflowInstances",
                columns: new[] { "Workflow", "Phase" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_FundId",
                table: "LedgerTransactions",
                column: "FundId");
        }

        private static readonly string[] Tables = ["RetentionRules", "DisposedDocuments"];
    }
}
