using System.Text.Json;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Fond.Features.Platform.Audit;

/// <summary>Saves what a handler has changed, together with its entries in the trail. The caller holds the transaction.</summary>
internal sealed class AuditTrail(FondDb db, WriterQueue writers, ActorContext context, Clock clock)
{
    private readonly List<RowChange> _readings = [];

    /// <summary>A transaction in which this unit of work is the only writer.</summary>
    public Task<Turn> BeginAsync(CancellationToken ct) => writers.TakeTurnAsync(db, ct);

    /// <summary>That a row was shown is an entry as a change is, with nothing before, and after it no more than which of its fields are marked by themselves.</summary>
    public void Read(Shown row, IReadOnlyCollection<string> fields) => _readings.Add(
        new(row.Type, row.Id, row.Type, row.Id, null, fields.Count == 0 ? null : JsonSerializer.Serialize(new { Fields = fields }, Unnamed)));

    /// <summary>As columns are written: by their own names.</summary>
    private static readonly JsonSerializerOptions Unnamed = new(Columns.Json) { PropertyNamingPolicy = null };

    public async Task SaveAsync(CancellationToken ct)
    {
        db.ChangeTracker.DetectChanges();
        var changes = db.ChangeTracker.Entries<Entity>().Where(IsAudited).Select(e => new Pending(e, db.Root(e) ?? e)).ToList();
        await db.SaveChangesAsync(ct);
        List<RowChange> told = [.. changes.Select(c => c.Done()), .. _readings];
        if (told.Count == 0) return;
        _readings.Clear();
        var head = await db.Set<AuditHead>().SingleAsync(ct);
        foreach (var change in told)
        {
            var entry = new AuditEntry(head, clock.Now, context.Actor.PersonId, context.Actor.Name, context.Action, change);
            head.MoveTo(entry);
            db.Add(entry);
        }
        await db.SaveChangesAsync(ct);
    }

    private static bool IsAudited(EntityEntry<Entity> entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is not (IRecordedInBulk or IUnaudited or AuditEntry or AuditHead);

    /// <summary>A change seen before the save; the key and the new values are read after it.</summary>
    private sealed class Pending
    {
        private readonly EntityEntry<Entity> _entry;
        private readonly EntityEntry _root;
        private readonly string? _before;
        private readonly List<PropertyEntry> _properties;
        private readonly bool _removed;

        public Pending(EntityEntry<Entity> entry, EntityEntry root)
        {
            (_entry, _root) = (entry, root);
            _removed = entry.State == EntityState.Deleted;
            _properties = [.. entry.Properties.Where(p => !p.Metadata.IsPrimaryKey() && p.Metadata.PropertyInfo?.IsDefined(typeof(NotInTrailAttribute), false) != true && (entry.State != EntityState.Modified || p.IsModified))];
            _before = entry.State == EntityState.Added ? null : Write(p => p.OriginalValue);
        }

        public RowChange Done() => new(_entry.Metadata.ClrType.Name, _entry.Entity.Id, _root.Metadata.ClrType.Name, ((Entity)_root.Entity).Id, _before, _removed ? null : Write(p => p.CurrentValue));

        private string Write(Func<PropertyEntry, object?> value) => JsonSerializer.Serialize(
            _properties.ToDictionary(p => p.Metadata.Name, p => Stored(p, value(p))), Columns.Json);

        private static object? Stored(PropertyEntry property, object? value) =>
            property.Metadata.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
    }
}
