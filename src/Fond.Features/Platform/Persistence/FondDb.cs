using Fond.Domain.Common;
using Fond.Features.Platform.Mutations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fond.Features.Platform.Persistence;

/// <summary>All of Fond's rows. Each feature maps its own in <c>…Mapping.cs</c>; one model serves every database.</summary>
public sealed class FondDb(DbContextOptions<FondDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(FondDb).Assembly);
        modelBuilder.IsListed();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<Money>().HaveConversion<OreConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>(); // PostgreSQL takes offset zero only
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        Refuse.WhenAny(TextsTooLong());
        foreach (var aggregate in ChangeTracker.Entries().Where(Changed).Select(Root).OfType<EntityEntry>().Where(e => e.State is EntityState.Unchanged or EntityState.Modified).ToList())
        {
            var version = aggregate.Property(nameof(Aggregate.Version));
            if (!version.IsModified) version.CurrentValue = (long)version.OriginalValue! + 1;
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>What no column would hold is refused alike on every database, SQLite included, which would take it.</summary>
    private IEnumerable<Refusal> TextsTooLong() =>
        from entry in ChangeTracker.Entries<Entity>()
        where entry.State is EntityState.Added or EntityState.Modified
        from property in entry.Properties
        let longest = property.Metadata.GetMaxLength()
        where property.CurrentValue is string text && text.Length > longest
        select new TextTooLong(longest!.Value) { Path = [char.ToLowerInvariant(property.Metadata.Name[0]) + property.Metadata.Name[1..]] };

    private static bool Changed(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;

    /// <summary>The aggregate that the row is, or is a part of: a changed part raises its aggregate's version too.</summary>
    internal EntityEntry? Root(EntityEntry entry)
    {
        if (entry.Entity is Aggregate) return entry;
        var parent = entry.Metadata.GetForeignKeys().FirstOrDefault(k => k.PrincipalToDependent is not null);
        if (parent is null) return null;
        var key = parent.Properties.Select(p => entry.Property(p.Name).CurrentValue).Single();
        var owner = ChangeTracker.Entries<Entity>().FirstOrDefault(e => e.Metadata == parent.PrincipalEntityType && Equals(e.Property(nameof(Entity.Id)).CurrentValue, key));
        return owner is null ? null : Root(owner);
    }

    private sealed class OreConverter() : ValueConverter<Money, long>(money => money.Ore, ore => new Money(ore));

    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
}
