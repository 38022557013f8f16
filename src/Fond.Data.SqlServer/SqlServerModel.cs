using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fond.Data.SqlServer;

/// <summary>What the one model must say besides on a SQL Server.</summary>
internal sealed class SqlServerModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    /// <summary>Two texts are the same when every character is, as on the other databases: whose case differs is another person, key or code.</summary>
    private const string Exact = "Latin1_General_100_BIN2";

    private static readonly string[] AppendOnly = ["AuditEntries", "LedgerTransactions", "Postings", "ApplicationVersions", "WorkflowSteps", "Decisions", "MeasurementBatches", "Measurements", "CaseDocuments", "DocumentFiles", "MatterDocuments", "MatterDocumentFiles", "RetentionRules", "Disposals", "DisposedDocuments", "DisposedMatterDocuments"];

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.IsSaid("JSON_VALUE", name => $"$.{name}"); // gives nothing of a text beyond 4,000 characters
        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var text in type.GetProperties().Where(IsText)) text.SetCollation(Exact);
            if (AppendOnly.Contains(type.GetTableName())) TellOfTrigger(type);
        }
    }

    private static bool IsText(IMutableProperty property) => (property.GetValueConverter()?.ProviderClrType ?? property.GetProviderClrType() ?? property.ClrType) == typeof(string);

    /// <summary>SQL Server refuses a statement that gives rows back by OUTPUT from a table with a trigger; told of it, EF Core fetches keys in another way.</summary>
    private static void TellOfTrigger(IMutableEntityType type) => type.AddTrigger($"{type.GetTableName()}_append_only");
}
