using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Platform.Audit;

/// <summary>One change to one row, or that it was read under secrecy: who, when, by which action, before and after. Append only; each entry's hash covers the one before.</summary>
internal sealed class AuditEntry : Entity
{
    /// <summary>The hash before the first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    private AuditEntry() { }

    public AuditEntry(AuditHead head, DateTimeOffset at, long? personId, string who, string action, RowChange change)
    {
        (Sequence, PreviousHash) = (head.Sequence + 1, head.Hash);
        (At, PersonId, Who, Action) = (at, personId, who, action);
        (EntityType, EntityId, RootType, RootId, Before, After) = (change.Type, change.Id, change.RootType, change.RootId, change.Before, change.After);
        Hash = ComputeHash();
    }

    /// <summary>1, 2, 3 ... without a gap.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    public long? PersonId { get; private set; }

    public string Who { get; private set; } = "";

    public string Action { get; private set; } = "";

    public string EntityType { get; private set; } = "";

    public long EntityId { get; private set; }

    /// <summary>What the row is a part of: a role's person, a request's project. The row itself, when it is no part.</summary>
    public string RootType { get; private set; } = "";

    public long RootId { get; private set; }

    /// <summary>The changed columns as JSON; null for a new row, and where it was read.</summary>
    public string? Before { get; private set; }

    /// <summary>The changed columns as JSON; null for a removed row, and where it was read, save the names of fields that are marked by themselves.</summary>
    public string? After { get; private set; }

    public string PreviousHash { get; private set; } = "";

    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 over every column, each with its length in front so that no two entries read alike.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder();
        foreach (var part in new[] { Number(Sequence), Number(At.UtcTicks), PersonId is { } id ? Number(id) : null, Who, Action, EntityType, Number(EntityId), RootType, Number(RootId), Before, After, PreviousHash })
            text.Append(part is null ? "-" : part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The end of the chain; its one row makes writers take turns.</summary>
internal sealed class AuditHead : Entity
{
    public long Sequence { get; private set; }

    public string Hash { get; private set; } = AuditEntry.Genesis;

    public void MoveTo(AuditEntry last) => (Sequence, Hash) = (last.Sequence, last.Hash);
}

internal sealed record RowChange(string Type, long Id, string RootType, long RootId, string? Before, string? After);

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasIndex(e => e.Sequence).IsUnique();
        builder.HasIndex(e => new { e.EntityType, e.EntityId });
        builder.HasIndex(e => new { e.RootType, e.RootId });
        builder.HasIndex(e => new { e.PersonId, e.Id });
        builder.HasIndex(e => new { e.Action, e.Id });
        builder.HasIndex(e => e.At);
        builder.Property(e => e.RootType).HasMaxLength(100);
        builder.Property(e => e.EntityType).HasMaxLength(100);
        builder.Property(e => e.Action).HasMaxLength(100);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.Property(e => e.PreviousHash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("AuditHead");
        builder.Property(e => e.Sequence).IsConcurrencyToken();
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasData(new { Id = 1L, Sequence = 0L, Hash = AuditEntry.Genesis });
    }
}
