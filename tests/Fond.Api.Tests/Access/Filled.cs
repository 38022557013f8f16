using Fond.Domain.Impact;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Fond.Api.Tests.Access;

/// <summary>Says a word or a number wherever nothing is said, so that it shows to whom the field is told.</summary>
internal static class Filled
{
    /// <summary>By which rules go, or things are found: who sees what would be another matter.</summary>
    private static readonly string[] Ruling = ["CaseNumber", "Subject", "Email", "Trigger", "ReplacedById"];

    /// <summary>What is measured is one kind of number; another beside it would be none that can be reckoned with. A version of a plan with a reason is one from after the first measurement.</summary>
    private static readonly Type[] Whole = [typeof(Measurement), typeof(PlanVersion)];

    public static async Task<int> EverywhereAsync(FondDb db)
    {
        foreach (var entity in FondSchema.NodeTypes().Select(t => t.Entity)) await All(db, entity).LoadAsync();
        foreach (var property in db.ChangeTracker.Entries().Where(e => FondSchema.NodeTypes().Any(t => t.Entity == e.Metadata.ClrType)).SelectMany(e => e.Properties).Where(IsSilent))
            property.CurrentValue = Said(property, Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType) ?? property.CurrentValue;
        await Steeped.SaveAsync(db);
        return 0;
    }

    private static bool IsSilent(PropertyEntry property) =>
        property.CurrentValue is null or "" && !Whole.Contains(property.EntityEntry.Metadata.ClrType) && !property.Metadata.IsForeignKey() && !property.Metadata.IsShadowProperty() && !Ruling.Contains(property.Metadata.Name) && !property.Metadata.Name.EndsWith("Id", StringComparison.Ordinal);

    /// <summary>Null: days and kinds go by rules, too.</summary>
    private static object? Said(PropertyEntry property, Type type) =>
        type == typeof(string) ? $"x{property.EntityEntry.Property("Id").CurrentValue}"
        : type == typeof(bool) ? true
        : type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) ? Convert.ChangeType(1, type, null)
        : null;

    private static IQueryable<object> All(FondDb db, Type type) => (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!;
}
