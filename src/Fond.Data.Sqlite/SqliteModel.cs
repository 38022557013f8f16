using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fond.Data.Sqlite;

/// <summary>What the one model must say besides on SQLite, which cannot order instants, but can order numbers.</summary>
internal sealed class SqliteModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.IsSaid("json_extract", name => $"$.{name}");
        foreach (var instant in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(IsInstant)) instant.SetValueConverter(new UtcTicks());
    }

    private static bool IsInstant(IMutableProperty property) => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset);

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
