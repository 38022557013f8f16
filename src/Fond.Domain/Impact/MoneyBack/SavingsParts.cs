using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What one reader may be told of those who were measured.</summary>
/// <param name="Threshold">The smallest group; 1 for the evaluator.</param>
/// <param name="Told">By indicator and later wave; none where anything that the shares can be read from is hidden.</param>
public sealed record Sight(int Threshold, IReadOnlyDictionary<(string Indicator, string Wave), ToldNumbers> Told)
{
    /// <summary>How far the effect that judges may lie from its estimate, by indicator and later wave; null where the reader is told of none.</summary>
    public Func<(string Indicator, string Wave), EffectRange?> RangeOf { get; init; } = _ => null;

    /// <summary>The effect that judges, of whole groups, by indicator and later wave; null where the reader is told of none.</summary>
    public Func<(string Indicator, string Wave), Effect?> EffectOf { get; init; } = _ => null;

    /// <summary>Verified cases that may have been told, oldest first.</summary>
    private IReadOnlyList<SavingsCase> Verified { get; init; } = [];

    /// <summary>What has been judged once: each case is held against all before it, and is asked for again and again.</summary>
    private Dictionary<SavingsCase, Telling> Judged { get; init; } = [];

    /// <param name="cases">All of a project, oldest first.</param>
    public Sight After(IEnumerable<SavingsCase> cases) => this with { Verified = [.. cases.Where(c => c.Basis == SavingsBasis.Verified && c.Savings.All(s => s.MayHaveBeenTold))], Judged = [] };

    /// <summary>What becomes of a case before this reader.</summary>
    public Telling Of(SavingsCase stated)
    {
        if (!Judged.TryGetValue(stated, out var telling)) Judged[stated] = telling = stated.Judge(this);
        return telling;
    }

    /// <summary>What may have been told before a case, whatever is told today: what differs from it by a few would tell of them by subtraction.</summary>
    internal IEnumerable<StatedSaving> ToldBefore(SavingsCase stated) => Verified.Where(c => c.Number < stated.Number).SelectMany(c => c.Savings);

    internal bool IsMany(decimal people) => new DisclosureRule(default, Threshold).IsMany((long)Math.Round(people));
}

/// <summary>Cases that are prevented in a year, against what would have been.</summary>
/// <param name="UnitCost">The code of what a case costs, from the fund's price list.</param>
/// <param name="Year">After the start, which is 0.</param>
/// <param name="Treated">How many the project has reached.</param>
/// <param name="ShareWithout">The share of them, 0 to 1, that would have been a case without the project.</param>
/// <param name="ShareWith">The share of them, 0 to 1, that is a case all the same.</param>
/// <param name="Counterfactual">What the share without the project rests on, such as a comparison group.</param>
/// <param name="Indicator">The code of the indicator that it was measured by; demanded of what is verified.</param>
/// <param name="Wave">The code of the later wave that it was measured in; demanded of what is verified.</param>
/// <param name="Sample">How many the shares were read from; demanded of what is verified.</param>
/// <param name="Total">How many took part in all; demanded of what is verified.</param>
/// <param name="FromElsewhere">Whether the share without the project is from a register, a study or the like, and none of those whom the project has measured are behind it; else it is taken for a share of them.</param>
/// <param name="Derivation">How the shares come from the indicator; demanded of what is verified by one of which no share is measured.</param>
public sealed record StatedSaving(
    string UnitCost, int Year, int Treated, decimal ShareWithout, decimal ShareWith, string Counterfactual,
    string? Indicator = null, string? Wave = null, int? Sample = null, int? Total = null, bool? FromElsewhere = null, string? Derivation = null)
{
    internal decimal Prevented => ShareWithout - ShareWith;

    /// <summary>A share is shown of no fewer than the threshold on either side, so that neither a few nor all are told to be cases; what was measured, only of those whom the reader is told of otherwise.</summary>
    public bool IsShowable(SavingsBasis basis, Sight sight)
    {
        var threshold = sight.Threshold;
        if (threshold <= 1) return true;
        if (Sample is not { } sample) return basis == SavingsBasis.Expected;
        if (!AreMany(sample, ShareWith, threshold)) return false;
        if (basis == SavingsBasis.Expected) return true;
        return Treated >= threshold && sight.Told.TryGetValue((Indicator!, Wave!), out var told) && sight.IsMany(told.Reached - sample)
            && (FromElsewhere == true || told.Without is not { } without || AreMany(without, ShareWithout, threshold));
    }

    /// <summary>
    /// Whether it may be told beside what is told of the measurements while corrections of them wait, which it may rest on: the corrected differ from what is told by nobody or as many as the threshold. Nothing says whether a case is one of
    /// those with what is measured or one of those without it.
    /// </summary>
    public bool IsShowableBesideMeasured(Sight sight)
    {
        if (sight.Threshold <= 1 || !sight.Told.TryGetValue((Indicator!, Wave!), out var told)) return true;
        return (told.Uncorrected is not { } reached || Agrees(reached, Sample!.Value, ShareWith, sight))
            && (FromElsewhere == true || told.OthersUncorrected.All(others => Agrees(others, others.N, ShareWithout, sight)));
    }

    private static bool Agrees(Statistics.Share told, int people, decimal share, Sight sight)
    {
        return IsBeside(told.Events, told.N - told.Events) && IsBeside(told.N - told.Events, told.Events);

        bool IsBeside(int cases, int others) => sight.IsMany(Math.Abs(people * share - cases)) && sight.IsMany(Math.Abs(people * (1 - share) - others));
    }

    /// <summary>
    /// Whether it may be told beside another of the same effect: those with and those without what is measured differ by nobody or as many as the threshold, in the sample and in the comparison group.
    /// </summary>
    internal bool IsShowableBeside(StatedSaving other, Sight sight)
    {
        if (sight.Threshold <= 1 || (Indicator, Wave) != (other.Indicator, other.Wave) || Sample is not { } sample || other.Sample is not { } others) return true;
        var without = FromElsewhere != true && other.FromElsewhere != true && sight.Told.TryGetValue((Indicator!, Wave!), out var told) ? told.Without ?? 0 : 0;
        return sight.IsMany(Math.Abs(sample * ShareWith - others * other.ShareWith)) && sight.IsMany(Math.Abs(sample * (1 - ShareWith) - others * (1 - other.ShareWith)))
            && sight.IsMany(Math.Abs(without * (ShareWithout - other.ShareWithout)));
    }

    /// <summary>By the lowest threshold that a fund may have had.</summary>
    internal bool MayHaveBeenTold => Sample is { } sample && AreMany(sample, ShareWith, FundTerms.LowestThreshold);

    private static bool AreMany(int sample, decimal share, int threshold) => Math.Round(sample * share) >= threshold && Math.Round(sample * (1 - share)) >= threshold;
}

/// <summary>Where a cost is from.</summary>
public enum CostBasis
{
    /// <summary>What the fund has decided to grant.</summary>
    Granted,

    /// <summary>What has been paid out by the fund, by its ledger.</summary>
    Paid,

    /// <summary>What the parties pay themselves, by the budget of the application.</summary>
    CoFinancing,
}

/// <summary>What a project costs in a year.</summary>
/// <param name="Year">After the start, which is 0.</param>
/// <param name="Party">Who bears it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Basis">Where it is from.</param>
public sealed record ProjectCost(int Year, Party Party, Money Amount, CostBasis Basis);
