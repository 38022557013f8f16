using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>How far savings can be trusted.</summary>
public enum SavingsBasis
{
    /// <summary>Reckoned with before anybody has measured.</summary>
    Expected,

    /// <summary>By the evaluator, from what was measured.</summary>
    Verified,
}

/// <summary>What becomes of stated savings before one reader.</summary>
public enum Telling
{
    /// <summary>They are shown.</summary>
    Told,

    /// <summary>They differ by few from what was told, and are shown when they differ by more, or by none.</summary>
    Waits,

    /// <summary>They rest on so few that they might be recognised.</summary>
    Hidden,
}

/// <summary>What somebody states of a project's savings.</summary>
/// <param name="StartYear">The calendar year of year 0, in whose prices all is told.</param>
/// <param name="Note">Why it is stated, or stated anew.</param>
public sealed record SavingsTerms(int StartYear, IReadOnlyList<StatedSaving> Savings, string Note);

/// <summary>What a calculation takes from the record: prices as they hold on the day, and what the project costs.</summary>
/// <param name="Day">The day on which it is reckoned.</param>
/// <param name="Measured">How many were measured in the intervention group, by indicator and later wave.</param>
public sealed record SavingsGround(DateOnly Day, IReadOnlyList<UnitCost> UnitCosts, PriceIndex Index, IReadOnlyList<ProjectCost> Costs, IReadOnlyDictionary<(string Indicator, string Wave), int> Measured)
{
    /// <summary>The codes of indicators of which no share is measured, such as means and steps of a scale.</summary>
    public IReadOnlySet<string> WithoutShare { get; init; } = new HashSet<string>();
}

/// <summary>What a project costs and saves, as it was stated once, with the prices and costs of that day. It is never changed: what is stated anew is another version.</summary>
public sealed class SavingsCase : Aggregate
{
    private SavingsCase() { }

    /// <param name="number">1, 2, 3 ... in the project.</param>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public SavingsCase(Project project, int number, SavingsBasis basis, SavingsTerms terms, SavingsGround ground, long byId, DateTimeOffset at)
    {
        (ProjectId, Number, Basis, StatedById, StatedAt, ValuedOn) = (project.Id, number, basis, byId, at, ground.Day);
        (StartYear, Savings, Note) = (terms.StartYear, [.. terms.Savings], terms.Note.Trim());
        (UnitCosts, IndexLevels, Costs) = ([.. ground.UnitCosts], ground.Index.Levels, [.. ground.Costs]);
        Refuse.WhenAny(SavingsRules.Faults(terms, basis, ground));
        Refuse.WhenAny(MoneyRules.Faults(Reckoning).Select(Blamed));
    }

    public long ProjectId { get; private set; }

    public int Number { get; private set; }

    public SavingsBasis Basis { get; private set; }

    public long StatedById { get; private set; }

    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>The day whose prices and costs it is reckoned with.</summary>
    public DateOnly ValuedOn { get; private set; }

    /// <summary>The calendar year of year 0.</summary>
    public int StartYear { get; private set; }

    public string Note { get; private set; } = "";

    [NotInTrail]
    public IReadOnlyList<StatedSaving> Savings { get; private set; } = [];

    public IReadOnlyList<UnitCost> UnitCosts { get; private set; } = [];

    public IReadOnlyDictionary<int, decimal> IndexLevels { get; private set; } = new Dictionary<int, decimal>();

    public IReadOnlyList<ProjectCost> Costs { get; private set; } = [];

    public MoneyCase Reckoning => new(StartYear, ValuedOn, UnitCosts, new(IndexLevels),
        [.. Savings.Select(s => new Benefit(s.UnitCost, s.Year, s.Treated, s.Prevented) { Effect = Basis == SavingsBasis.Verified ? (s.Indicator!, s.Wave!) : null })], [.. Costs.Select(c => new Cost(c.Year, c.Party, c.Amount))]);

    /// <summary>Whether nothing in it, nor beside what was told before it, rests on so few that they might be recognised.</summary>
    public bool IsShowable(Sight sight) => sight.Of(this) == Telling.Told;

    /// <summary>One hidden saving hides them all: it would be the total less the rest.</summary>
    internal Telling Judge(Sight sight)
    {
        if (!Savings.All(s => s.IsShowable(Basis, sight))) return Telling.Hidden;
        if (Basis == SavingsBasis.Expected) return Telling.Told;
        if (!Savings.All(s => Savings.All(other => s.IsShowableBeside(other, sight)))) return Telling.Hidden;
        return Savings.All(s => s.IsShowableBesideMeasured(sight) && sight.ToldBefore(this).All(other => s.IsShowableBeside(other, sight))) ? Telling.Told : Telling.Waits;
    }

    /// <summary>What the municipality and its boards save by the end of the horizon, in the prices of the start; below zero when they lose.</summary>
    public Money MunicipalSaving(int horizon) => Valuation.Of(Reckoning, horizon, 0).Shares.Where(s => s.Party.Payer is Payer.Municipality or Payer.Board).Sum(s => s.Gross);

    /// <summary>Points at the field that the fault came in by; prices and costs did not come by any.</summary>
    private Refusal Blamed(Refusal refusal) => refusal.Path switch
    {
        ["benefits", ..] => refusal with { Path = ["savings", .. refusal.Path.Skip(1)] },
        ["unitCosts", var index, ..] when Using(index) is { } saving => refusal with { Path = ["savings", saving, "unitCost"] },
        _ => refusal with { Path = [] },
    };

    private string? Using(string unitCost)
    {
        var code = UnitCosts[int.Parse(unitCost, CultureInfo.InvariantCulture)].Code;
        var first = Savings.Select((s, i) => (s, i)).Where(p => p.s.UnitCost == code).Select(p => (int?)p.i).FirstOrDefault();
        return first?.ToString(CultureInfo.InvariantCulture);
    }
}
