using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>Something that was worked out, or why it was not.</summary>
public sealed record Answer<T>(T? Value, Refusal? Reason) where T : class
{
    internal static Answer<T> Of(Func<T> work)
    {
        try
        {
            return new(work(), null);
        }
        catch (RefusedException refused)
        {
            return new(null, refused.Refusals[0]);
        }
    }
}

/// <summary>A stated case at one horizon and rate, as one reader may see it.</summary>
public sealed class Reckoned
{
    /// <summary>Far more than a diagram can show.</summary>
    private const int MostUncertainties = 50;

    private readonly decimal _rate;
    private readonly Sight _sight;
    private readonly Refusal? _hidden;

    public Reckoned(SavingsCase stated, int horizon, decimal rate, Sight sight)
    {
        (Case, Horizon, _rate, _sight) = (stated, horizon, rate, sight);
        _hidden = stated.IsShowable(sight) ? null : new SavingsHidden(sight.Threshold);
        Valuation = Unless(() => MoneyBack.Valuation.Of(stated.Reckoning, horizon, rate));
    }

    public SavingsCase Case { get; }

    /// <summary>Years after the start; flows of later years are not counted.</summary>
    public int Horizon { get; }

    public Answer<Valuation> Valuation { get; }

    public Text? Sentence => Valuation.Value is { } valuation ? SavingsSentence.Of(Case, valuation, Doubts) : null;

    /// <summary>Where what is verified says more than what was measured; none where the figures are not told.</summary>
    public IReadOnlyList<Refusal> Doubts => Valuation.Value is null ? [] : [.. SavingsDoubts.Of(Case, _sight)];

    public decimal? BreakEvenShare => Valuation.Value is { } valuation ? BreakEven.ShareOfSavings(valuation) : null;

    /// <summary>How many cases a year would cover the costs, by each unit cost alone; none where the figures are not told.</summary>
    public IReadOnlyList<CasesAYear> BreakEvenCases() => Valuation.Value is { } valuation ? [.. BreakEven.Cases(Case.Reckoning, valuation)] : [];

    /// <summary>How many would cover what one party pays.</summary>
    /// <param name="share">Of this valuation.</param>
    public IReadOnlyList<CasesAYear> BreakEvenCases(Share share) => Valuation.Value is { } valuation ? [.. BreakEven.Cases(Case.Reckoning, valuation, share)] : [];

    /// <param name="uncertainties">Null: <see cref="Usual"/>.</param>
    public Answer<IReadOnlyList<Swing>> Sensitivity(IReadOnlyList<Uncertainty>? uncertainties) => Unless(() => MoneyBack.Sensitivity.OneWay(Case.Reckoning, Horizon, _rate, Limited(uncertainties)));

    /// <param name="uncertainties">Null: <see cref="Usual"/>.</param>
    public Answer<Simulation> Simulation(int seed, IReadOnlyList<Uncertainty>? uncertainties) => Unless(() => MonteCarlo.Of(Case.Reckoning, Horizon, _rate, Limited(uncertainties), seed));

    /// <summary>How far the effects reach that all savings by a unit cost rest on; null where any rests on none that the reader is told of.</summary>
    public EffectRange? RangeOf(string unitCost)
    {
        if (Case.Basis != SavingsBasis.Verified) return null;
        var ranges = EffectsOf(unitCost).Select(_sight.RangeOf).ToList();
        return ranges.Count == 0 || ranges.Contains(null) ? null : new(ranges.Min(r => r!.Low), ranges.Max(r => r!.High), ranges.Max(r => r!.Deviation));
    }

    private IEnumerable<(string Indicator, string Wave)> EffectsOf(string unitCost) => Case.Savings.Where(s => s.UnitCost == unitCost).Select(s => (s.Indicator!, s.Wave!)).Distinct();

    /// <summary>
    /// Unless somebody knows better: a verified saving reaches as far as the interval of the effect that it rests on; else it may be half as large or half as large again, and the costs a fifth lower or higher,
    /// which is a convention of Fond's, no measurement.
    /// </summary>
    private IReadOnlyList<Uncertainty> Usual => [.. Case.UnitCosts.Take(MostUncertainties - 1).Select(u => RangeOf(u.Code) is { } range ? new Uncertainty(u.Code, range.Low, range.High) { Deviations = EffectsOf(u.Code).ToDictionary(e => e, e => _sight.RangeOf(e)!.Deviation) } : new(u.Code, 0.5m, 1.5m)), new(null, 0.8m, 1.2m)];

    private IReadOnlyList<Uncertainty> Limited(IReadOnlyList<Uncertainty>? uncertainties)
    {
        Refuse.When(uncertainties?.Count > MostUncertainties, new MoneyLinesMany(MostUncertainties) { Path = ["uncertainties"] });
        return uncertainties ?? Usual;
    }

    private Answer<T> Unless<T>(Func<T> work) where T : class => _hidden is null ? Answer<T>.Of(work) : new(null, _hidden);
}
