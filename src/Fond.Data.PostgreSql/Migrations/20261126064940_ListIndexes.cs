using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_Role_DoneAt_Id",
                table: "WorkItems",
                columns: new[] { "Role", "DoneAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkflowInstances_Workflow_Phase",
                table: "WorkflowInstances",
                columns: new[] { "Workflow", "Phase" });

            migrationBuilder.CreateIndex(
                name: "IX_Projects_ClosedOn_Id",
                table: "Projects",
                columns: new[] { "ClosedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerTransactions_Kind_Id",
                table: "LedgerTransactions",
                columns: new[] { "Kind", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_Outcome_Id",
                table: "Decisions",
                columns: new[] { "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Action_Id",
                table: "AuditEntries",
                columns: new[] { "Action", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_PersonId_Id",
                table: "AuditEntries",
                columns: new[] { "PersonId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_WorkItems_Role_DoneAt_Id",
                table: "WorkItems");

            migrationBuilder.DropIndex(
                name: "IX_WorkflowInstances_Workflow_Phase",
                table: "WorkflowInstances");

            migrationBuilder.DropIndex(
                name: "IX_Projects_ClosedOn_Id",
                table: "Projects");

            migrationBuilder.DropIndex(
                name: "IX_LedgerTransactions_Kind_Id",
                table: "LedgerTransactions");

            migrationBuilder.DropIndex(
                name: "IX_Decisions_Outcome_Id",
                table: "Decisions");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Action_Id",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_At",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_PersonId_Id",
                table: "AuditEntries");
        }
    }
}
