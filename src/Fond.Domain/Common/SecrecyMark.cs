namespace Fond.Domain.Common;

/// <summary>
/// A reminder that something may be secret (sekretessmarkering, offentlighets- och sekretesslagen 5 kap. 5 §): by which provision, since when, and by whom.
/// It decides nothing by itself; whether something can be given out is tried each time that it is asked for.
/// </summary>
/// <param name="Ground">The provision: <c>OSL 26 kap. 1 §</c>.</param>
public sealed record SecrecyMark(string Ground, long MarkedById, DateTimeOffset MarkedAt)
{
    /// <summary>Characters.</summary>
    public const int LongestGround = 200;

    /// <param name="ground">Null: no mark.</param>
    /// <exception cref="RefusedException"><see cref="SecrecyGroundInvalid"/>.</exception>
    public static SecrecyMark? By(string? ground, long by, DateTimeOffset now)
    {
        if (ground is null) return null;
        Refuse.When(!Provision.IsOne(ground), new SecrecyGroundInvalid { Path = ["ground"] });
        return new SecrecyMark(ground.Trim(), by, now);
    }
}

public sealed record SecrecyGroundInvalid() : Refusal("SECRECY_GROUND_INVALID", new(
    $"Ange lag, kapitel och paragraf, högst {SecrecyMark.LongestGround} tecken, till exempel OSL 26 kap. 1 §.",
    $"Give law, chapter and section, in at most {SecrecyMark.LongestGround} characters, such as OSL 26 kap. 1 §."));
