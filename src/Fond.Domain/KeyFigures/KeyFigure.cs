using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>A key figure (nyckeltal) of a fund's municipality: what is counted every year, by area. Code and unit never change, so that its values stay comparable.</summary>
public sealed class KeyFigure : Aggregate
{
    /// <summary>Characters.</summary>
    public const int LongestCode = 50, LongestUnit = 50;

    private KeyFigure() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public KeyFigure(long fundId, string code, string unit, KeyFigureTerms terms, DateTimeOffset now)
    {
        List<Refusal> faults = [.. terms.Faults()];
        if (code.IsBlankOrLongerThan(LongestCode)) faults.Add(new KeyFigureTextInvalid(LongestCode) { Path = ["code"] });
        if (unit.IsNoUnit(LongestUnit)) faults.Add(new KeyFigureTextInvalid(LongestUnit) { Path = ["unit"] });
        Refuse.WhenAny(faults);
        (FundId, Code, Unit) = (fundId, code.Trim(), unit.Trim());
        Take(terms, now);
    }

    public long FundId { get; private set; }

    /// <summary>Short and unique in the fund: its own, or the publisher's.</summary>
    public string Code { get; private set; } = "";

    /// <summary>In what: per cent, kronor per inhabitant.</summary>
    public string Unit { get; private set; } = "";

    public Text Name { get; private set; } = null!;

    /// <summary>How it is counted: of whom, and by what.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>What is wished for; null: neither.</summary>
    public Direction? Direction { get; private set; }

    /// <summary>Who publishes it.</summary>
    public string Source { get; private set; } = "";

    /// <summary>What is said wherever its values are shown.</summary>
    public string? Attribution { get; private set; }

    public string? Url { get; private set; }

    /// <summary>The function that answers for it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Its id in Kolada; null: its values are not fetched.</summary>
    public string? KoladaKpi { get; private set; }

    /// <summary>Whether its values are per person, and not the sum of an area; null: as its unit says.</summary>
    public bool? PerPerson { get; private set; }

    /// <summary>From when on it may be fetched, by whoever works next; null: never.</summary>
    public DateTimeOffset? NextFetchAt { get; private set; }

    /// <summary>When its values were last as Kolada has them.</summary>
    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>What came of the last fetch, when it came to nothing.</summary>
    public FetchFault? FetchFault { get; private set; }

    /// <summary>How often in a row it has.</summary>
    public int FetchFailures { get; private set; }

    /// <summary>Whether the fund follows it, as last decided.</summary>
    public bool IsFollowed { get; private set; }

    /// <summary>What the steering group has decided, oldest first.</summary>
    public IReadOnlyList<FollowDecision> Decisions { get; private set; } = [];

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public void Describe(KeyFigureTerms terms, DateTimeOffset now)
    {
        Refuse.WhenAny(terms.Faults());
        Take(terms, now);
    }

    /// <summary>Another decision stands beside those before it.</summary>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public void Decide(FollowDecision decision, DateOnly today)
    {
        Refuse.WhenAny(Faults(decision, today));
        (IsFollowed, Decisions) = (decision.Follows, [.. Decisions, decision with { Paragraph = decision.Paragraph.Trim() }]);
    }

    /// <summary>Somebody wants it now.</summary>
    /// <exception cref="RefusedException"><see cref="KeyFigureNotInKolada"/>.</exception>
    public void AskFor(DateTimeOffset now)
    {
        Refuse.When(KoladaKpi is null, new KeyFigureNotInKolada());
        NextFetchAt = now;
    }

    /// <summary>Leaves it alone till then.</summary>
    public void FetchAt(DateTimeOffset then) => NextFetchAt = then;

    /// <summary>Its values are as Kolada has them; a month later they are looked at again.</summary>
    public void Fetched(DateTimeOffset now) => (FetchedAt, FetchFault, FetchFailures, NextFetchAt) = (now, null, 0, now.AddMonths(1));

    public void NotFetched(FetchFault fault, DateTimeOffset next) => (FetchFault, FetchFailures, NextFetchAt) = (fault, FetchFailures + 1, next);

    private IEnumerable<Refusal> Faults(FollowDecision decision, DateOnly today)
    {
        if (decision.Follows == IsFollowed) yield return new KeyFigureAlreadyDecided(IsFollowed) { Path = ["follows"] };
        if (decision.DecidedOn > today) yield return new KeyFigureDecidedInFuture(decision.DecidedOn) { Path = ["decidedOn"] };
        if (Decisions is [.., var last] && decision.DecidedOn < last.DecidedOn) yield return new KeyFigureDecidedBefore(last.DecidedOn) { Path = ["decidedOn"] };
        if (decision.Paragraph.IsBlankOrLongerThan(FollowDecision.LongestParagraph)) yield return new KeyFigureTextInvalid(FollowDecision.LongestParagraph) { Path = ["paragraph"] };
    }

    private void Take(KeyFigureTerms terms, DateTimeOffset now)
    {
        if (terms.KoladaKpi != KoladaKpi) (KoladaKpi, NextFetchAt, FetchFault, FetchFailures) = (terms.KoladaKpi, terms.KoladaKpi is null ? null : now, null, 0);
        (Name, Definition, Direction, PerPerson, Source, Url, Owner) = (terms.Name, terms.Definition.Trim(), terms.Direction, terms.PerPerson, terms.Source.Trim(), terms.Url, terms.Owner.Trim());
        Attribution = terms.Attribution?.Trim() ?? (KoladaKpi is null ? null : KoladaIds.Attribution);
    }
}

/// <summary>That the steering group takes a key figure up among those that the fund follows, or drops it.</summary>
/// <param name="Follows">Whether it is followed from then on.</param>
/// <param name="DecidedOn">The day of the decision.</param>
/// <param name="Paragraph">Of the minutes.</param>
public sealed record FollowDecision(bool Follows, DateOnly DecidedOn, string Paragraph)
{
    /// <summary>Characters.</summary>
    public const int LongestParagraph = 50;
}
