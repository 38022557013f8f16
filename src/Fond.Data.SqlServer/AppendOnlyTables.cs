using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fond.Data.SqlServer;

/// <summary>
/// Tells EF Core which tables have the triggers of the migrations: SQL Server refuses a statement that gives rows back from such a table
/// by OUTPUT, so that keys must be fetched in another way.
/// </summary>
internal sealed class AppendOnlyTables(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private static readonly string[] Names = ["AuditEntries", "LedgerTransactions", "Postings", "ApplicationVersions", "WorkflowSteps", "Decisions", "MeasurementBatches", "Measurements"];

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => Names.Contains(type.GetTableName()))) type.AddTrigger($"{type.GetTableName()}_append_only");
    }
}
