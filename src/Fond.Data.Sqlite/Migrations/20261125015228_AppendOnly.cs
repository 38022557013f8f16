using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.Sqlite.Migrations
{
    /// <summary>What is on record stays as it was written: the database itself refuses to change or remove it.</summary>
    public partial class AppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
                foreach (var change in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables)
                foreach (var change in new[] { "update", "delete" })
                    migrationBuilder.Sql($"DROP TRIGGER {table}_append_only_{change}");
        }

        private static readonly string[] Tables = ["AuditEntries", "LedgerTransactions", "Postings", "ApplicationVersions", "WorkflowSteps", "Decisions", "MeasurementBatches", "Measurements"];
    }
}
