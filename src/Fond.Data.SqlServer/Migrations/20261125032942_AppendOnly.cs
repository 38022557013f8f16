using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.SqlServer.Migrations
{
    /// <summary>What is on record stays as it was written: the database itself refuses to change or remove it.</summary>
    public partial class AppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables) // by EXEC, since it must stand alone where a script puts several statements together
                migrationBuilder.Sql($"EXEC(N'CREATE TRIGGER [{table}_append_only] ON [{table}] AFTER UPDATE, DELETE AS THROW 51000, ''{table} is append only'', 1;');");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables) migrationBuilder.Sql($"DROP TRIGGER [{table}_append_only]");
        }

        private static readonly string[] Tables = ["AuditEntries", "LedgerTransactions", "Postings", "ApplicationVersions", "WorkflowSteps", "Decisions", "MeasurementBatches", "Measurements"];
    }
}
