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

/// <summary>How many prevented cases a year it takes.</summary>
public sealed record CasesAYear(string UnitCost, long Number);

/// <summary>A stated case at one horizon and rate, as one reader may see it.</summary>
public sealed class Reckoned
{
    /// <summary>Far more than a diagram can show.</summary>
    private const int MostUncertainties = 50;

    private readonly decimal _rate;
    private readonly Refusal? _hidden;

    public Reckoned(SavingsCase stated, int horizon, decimal rate, Sight sight)
    {
        (Case, Horizon, _rate) = (stated, horizon, rate);
        _hidden = stated.IsShowable(sight) ? null : new SavingsHidden(sight.Threshold);
        Valuation = Unless(() => MoneyBack.Valuation.Of(stated.Reckoning, horizon, rate));
    }

    public SavingsCase Case { get; }

    /// <summary>Years after the start; flows of later years are not counted.</summary>
    public int Horizon { get; }

    public Answer<Valuation> Valuation { get; }

    public Text? Sentence => Valuation.Value is { } valuation ? SavingsSentence.Of(Case, valuation) : null;

    public decimal? BreakEvenShare => Valuation.Value is { } valuation ? BreakEven.ShareOfSavings(valuation) : null;

    /// <summary>How many cases a year would cover the costs, by each unit cost alone, a case lasting one year.</summary>
    public IEnumerable<CasesAYear> BreakEvenCases() =>
        from unit in Case.UnitCosts
        where Valuation.Value is not null
        let cases = BreakEven.CasesAYear(Case.Reckoning, Valuation.Value!, unit, 1)
        where cases is not null
        select new CasesAYear(unit.Code, cases.Value);

    /// <param name="uncertainties">Null: <see cref="Usual"/>.</param>
    public Answer<IReadOnlyList<Swing>> Sensitivity(IReadOnlyList<Uncertainty>? uncertainties) => Unless(() => MoneyBack.Sensitivity.OneWay(Case.Reckoning, Horizon, _rate, Limited(uncertainties)));

    /// <param name="uncertainties">Null: <see cref="Usual"/>.</param>
    public Answer<Simulation> Simulation(int seed, IReadOnlyList<Uncertainty>? uncertainties) => Unless(() => MonteCarlo.Of(Case.Reckoning, Horizon, _rate, Limited(uncertainties), seed));

    /// <summary>Unless somebody knows better: each saving may be half as large or half as large again, the costs a fifth lower or higher. A convention of Fond's, no measurement.</summary>
    private IReadOnlyList<Uncertainty> Usual => [.. Case.UnitCosts.Take(MostUncertainties - 1).Select(u => new Uncertainty(u.Code, 0.5m, 1.5m)), new(null, 0.8m, 1.2m)];

    private IReadOnlyList<Uncertainty> Limited(IReadOnlyList<Uncertainty>? uncertainties)
    {
        Refuse.When(uncertainties?.Count > MostUncertainties, new MoneyLinesMany(MostUncertainties) { Path = ["uncertainties"] });
        return uncertainties ?? Usual;
    }

    private Answer<T> Unless<T>(Func<T> work) where T : class => _hidden is null ? Answer<T>.Of(work) : new(null, _hidden);
}
