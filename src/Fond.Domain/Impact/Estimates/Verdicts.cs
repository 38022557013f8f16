using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>
/// Judges a project by the indicators that its plan calls primary, or by all that were planned from the start where it calls none so: of whole groups, by the method that the design puts first, wave by wave. What decides
/// is the p value, adjusted for how many are primary, so that one of many is not called a success by chance; where the interval does not agree with it, nothing is claimed.
/// </summary>
public sealed class Verdicts
{
    private const double Significance = 2 * Distributions.Tail;

    private readonly MeasurementPlan _plan;
    private readonly IReadOnlyList<Effect> _effects;
    private readonly DateOnly _today;

    /// <param name="effects">As the reader may see them.</param>
    public Verdicts(MeasurementPlan plan, IReadOnlyList<Effect> effects, DateOnly today)
    {
        (_plan, _effects, _today) = (plan, effects, today);
        HasPrimary = plan.Measurable.Any(i => i.IsPrimary);
        Judged = [.. plan.Measurable.Where(i => HasPrimary ? i.IsPrimary : !i.PlannedLater)];
    }

    public bool HasPrimary { get; }

    /// <summary>What the project is judged by.</summary>
    public IReadOnlyList<PlanIndicator> Judged { get; }

    /// <summary>By indicator, earliest wave first.</summary>
    public IReadOnlyList<Verdict> All() => [.. Judged.SelectMany(Of)];

    /// <summary>
    /// The latest wave of each indicator that has an estimate, or else the latest that has begun, or else the first. One whose estimate no verdict may go by stands all the same: an earlier success does not take its place.
    /// </summary>
    public IReadOnlyList<Verdict> Latest() => [.. Judged.Select(Of).Where(v => v.Count > 0).Select(v =>
        v.FindLast(x => EffectOf(x.Indicator, x.Wave).Estimate is not null) ?? v.FindLast(x => x.Wave.From <= _today) ?? v[0])];

    private List<Verdict> Of(PlanIndicator indicator) => [.. _plan.FollowUps.Select(wave => Of(indicator, wave))];

    private Verdict Of(PlanIndicator indicator, PlanWave wave)
    {
        var effect = EffectOf(indicator, wave);
        if (effect.Estimate is not { Doubt: null } estimate) return Unknown(effect, effect.Unavailable ?? effect.Estimate!.Doubt!);
        var outcome = OutcomeOf(estimate, indicator.Direction);
        var summary = SummaryOf(outcome, estimate);
        return new(indicator, wave, effect.Method, _plan.Design, outcome, estimate, null, summary, new($"{summary.Sv} {estimate.Sentence.Sv}", $"{summary.En} {estimate.Sentence.En}"));
    }

    private Effect EffectOf(PlanIndicator indicator, PlanWave wave)
    {
        var method = Estimator.MethodsOf(_plan.Design, indicator.Kind)[0];
        return _effects.First(e => e.Indicator == indicator && e.Wave == wave && e.Method == method && e.Subgroup is null);
    }

    private Verdict Unknown(Effect effect, Refusal reason)
    {
        var summary = effect.Wave.To >= _today && reason is EstimateWaveMissing
            ? new Text("Det går inte att säga än.", "It cannot be told yet.") : new Text("Det går inte att säga.", "It cannot be told.");
        return new(effect.Indicator, effect.Wave, effect.Method, _plan.Design, Outcome.Unknown, null, reason, summary, new($"{summary.Sv} {reason.Message.Sv}", $"{summary.En} {reason.Message.En}"));
    }

    /// <summary>Of one effect, by the same rule.</summary>
    internal static Outcome OutcomeOf(Effect effect) => effect.Estimate is { Doubt: null } estimate ? OutcomeOf(estimate, effect.Indicator.Direction) : Outcome.Unknown;

    private static Outcome OutcomeOf(Estimate estimate, Direction desired)
    {
        if ((estimate.AdjustedPValue ?? estimate.PValue) is not < Significance || !IsClear(estimate)) return Outcome.NotShown;
        return estimate.Lower > estimate.Technique.NoDifference() == (desired == Direction.HigherIsBetter) ? Outcome.AsHoped : Outcome.Opposite;
    }

    private static bool IsClear(Estimate estimate) => estimate.Lower > estimate.Technique.NoDifference() || estimate.Upper < estimate.Technique.NoDifference();

    private static Text SummaryOf(Outcome outcome, Estimate estimate) => (outcome, estimate.Strength) switch
    {
        (Outcome.AsHoped, DesignStrength.Weak) => new("Utvecklingen gick åt det önskade hållet, men det går inte att säga att det beror på projektet.", "Things moved in the desired direction, but it cannot be said that the project is why."),
        (Outcome.AsHoped, _) => new("Det gick åt det håll som man hoppades.", "It went the way that was hoped for."),
        (Outcome.Opposite, DesignStrength.Weak) => new("Utvecklingen gick åt motsatt håll mot det önskade, men det går inte att säga att det beror på projektet.", "Things moved against the desired direction, but it cannot be said that the project is why."),
        (Outcome.Opposite, _) => new("Det gick åt motsatt håll mot det önskade.", "It went against the desired direction."),
        (Outcome.NotShown, _) when IsClear(estimate) && estimate.PValue >= Significance => new(
            "Ingen skillnad är visad: intervallet och p-värdet stämmer inte överens, och då påstås ingenting.",
            "No difference is shown: the interval and the p value do not agree, and then nothing is claimed."),
        (Outcome.NotShown, _) when IsClear(estimate) => new(
            "Ingen skillnad är visad när man räknar med att flera huvudindikatorer prövas: en av flera kan visa skillnad av en slump.",
            "No difference is shown when it is reckoned with that several primary indicators are tested: one of several may show a difference by chance."),
        (Outcome.NotShown, _) => new("Ingen skillnad är visad, vilket inte är detsamma som att det inte finns någon.", "No difference is shown, which is not the same as there being none."),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
