using Fond.Domain.Common;
using Fond.Features.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Platform.Mutations;

/// <summary>That a person's key was used, for what, and what came of it.</summary>
internal sealed class IdempotencyRecord : Entity, IUnaudited
{
    private IdempotencyRecord() { }

    public IdempotencyRecord(long personId, string key, string mutation, string inputHash, string result, DateTimeOffset at) =>
        (PersonId, Key, Mutation, InputHash, Result, At) = (personId, key, mutation, inputHash, result, at);

    public long PersonId { get; private set; }

    public string Key { get; private set; } = "";

    public string Mutation { get; private set; } = "";

    public string InputHash { get; private set; } = "";

    /// <summary>An entity's key, or the result itself as JSON.</summary>
    public string Result { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class IdempotencyRecordMapping : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("IdempotencyRecords");
        builder.HasIndex(r => new { r.PersonId, r.Key }).IsUnique();
        builder.Property(r => r.Key).HasMaxLength(100);
        builder.Property(r => r.Mutation).HasMaxLength(100);
        builder.Property(r => r.InputHash).HasMaxLength(64);
    }
}

public sealed record IdempotencyKeyReused() : Refusal("IDEMPOTENCY_KEY_REUSED", new(
    "Nyckeln har redan använts för något annat.", "The key has already been used for something else."))
{
    public static readonly IReadOnlyList<string> KeyPath = ["idempotencyKey"];
}

public sealed record IdempotencyKeyInvalid() : Refusal("IDEMPOTENCY_KEY_INVALID", new(
    "Nyckeln ska ha 1 till 100 tecken.", "The key must have 1 to 100 characters."));
