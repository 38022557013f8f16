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
            foreach (var table in Tables) // INSERT OR REPLACE removes the old row without a DELETE
                migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only_insert BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE Id = NEW.Id) BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
            migrationBuilder.Sql("CREATE TRIGGER AuditEntries_append_only_sequence BEFORE INSERT ON AuditEntries WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Sequence = NEW.Sequence) BEGIN SELECT RAISE(ABORT, 'AuditEntries is append only'); END");
            foreach (var table in Tables)
                foreach (var change in new[] { "UPDATE", "DELETE" })
                    migrationBuilder.Sql($"CREATE TRIGGER {table}_append_only_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is append only'); END");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER AuditEntries_append_only_sequence");
            foreach (var table in Tables)
                foreach (var change in new[] { "insert", "update", "delete" })
                    migrationBuilder.Sql($"DROP TRIGGER {table}_append_only_{change}");
        }

        private static readonly string[] Tables = ["AuditEntries", "LedgerTransactions", "Postings", "ApplicationVersions", "WorkflowSteps", "Decisions", "MeasurementBatches", "Measurements"];
    }
}
