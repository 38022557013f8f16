using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Fond.Data.PostgreSql.Migrations
{
    /// <summary>What is on record stays as it was written: the database itself refuses to change or remove it.</summary>
    public partial class AppendOnly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE FUNCTION fond_append_only() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION '% is append only', TG_TABLE_NAME; END $$
                """);
            foreach (var table in Tables)
                migrationBuilder.Sql($"""CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION fond_append_only()""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            foreach (var table in Tables) migrationBuilder.Sql($"""DROP TRIGGER append_only ON "{table}" """);
            migrationBuilder.Sql("DROP FUNCTION fond_append_only()");
        }

        private static readonly string[] Tables = ["AuditEntries", "LedgerTransactions", "Postings", "ApplicationVersions", "WorkflowSteps", "Decisions", "MeasurementBatches", "Measurements"];
    }
}
