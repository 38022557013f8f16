namespace Fond.Domain.Common;

/// <summary>Something with an identity of its own.</summary>
public abstract class Entity
{
    /// <summary>Zero until the database has given it one.</summary>
    public long Id { get; private set; }
}

/// <summary>An entity that people edit and that guards its own rules. The last saved version wins nothing: a stale one is refused.</summary>
public abstract class Aggregate : Entity
{
    /// <summary>Rises by one with every saved change.</summary>
    public long Version { get; private set; } = 1;

    /// <param name="expected">The version that the caller has seen; null when the caller does not care.</param>
    /// <exception cref="RefusedException"><see cref="Conflict"/>.</exception>
    public void Expect(long? expected) => Refuse.When(expected is { } seen && seen != Version, new Conflict(Version) { Path = Conflict.VersionPath });
}

/// <summary>Rows that the trail records with what they belong to, not one by one: measurements by their batch, with a checksum over the rows; secret ballots by the vote, once it is counted.</summary>
public interface IRecordedInBulk;

public sealed record Conflict(long CurrentVersion) : Refusal("CONFLICT", new(
    $"Versionen stämmer inte: någon kan ha ändrat under tiden. Gällande version är {CurrentVersion}; läs in den och gör om ändringen.",
    $"The version does not match: somebody may have changed this meanwhile. The current version is {CurrentVersion}; load it and make the change again."))
{
    public static readonly IReadOnlyList<string> VersionPath = ["expectedVersion"];
}

/// <summary>Said alike of what does not exist and of what the caller may not see, so that ids cannot be probed.</summary>
public sealed record NotFound(string What) : Refusal("NOT_FOUND", new(
    $"{Terms.Of(What).Sv} finns inte här, eller visas inte för dig.", $"{Terms.Of(What).En} does not exist here, or is not shown to you."));
