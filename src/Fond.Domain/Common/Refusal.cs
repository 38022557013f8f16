namespace Fond.Domain.Common;

/// <summary>Why a rule said no. Each rule has its own record, next to the code that checks it.</summary>
/// <param name="Code">Stable, in capitals, prefixed by the noun: clients and translations key on it.</param>
/// <param name="Message">One sentence in each language, with the facts that the reader needs to act.</param>
public abstract record Refusal(string Code, Text Message)
{
    /// <summary>The input field it concerns, as the client sent it: <c>["budget", "0", "amount"]</c>. Empty when no single field is to blame.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];
}

/// <summary>Ends an operation that one or more rules refuse; nothing of it is kept.</summary>
public sealed class RefusedException(IReadOnlyList<Refusal> refusals)
    : Exception(string.Join("; ", refusals.Select(r => r.Code)))
{
    public RefusedException(Refusal refusal) : this([refusal]) { }

    public IReadOnlyList<Refusal> Refusals { get; } = refusals;
}

public static class Refuse
{
    /// <exception cref="RefusedException">When <paramref name="broken"/>.</exception>
    public static void When(bool broken, Refusal refusal)
    {
        if (broken) throw new RefusedException(refusal);
    }

    /// <summary>Throws all refusals at once, so that a person can mend everything in one go.</summary>
    public static void WhenAny(IEnumerable<Refusal> refusals)
    {
        var all = refusals.ToList();
        if (all.Count > 0) throw new RefusedException(all);
    }
}
