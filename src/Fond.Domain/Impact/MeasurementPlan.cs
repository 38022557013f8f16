using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Catalogue;

namespace Fond.Domain.Impact;

/// <summary>What is measured in a project, when, and against what. It can be rewritten until the first measurement is logged.</summary>
public sealed class MeasurementPlan : Aggregate
{
    private readonly List<PlanIndicator> _indicators = [];
    private readonly List<PlanWave> _waves = [];

    private MeasurementPlan() { }

    public MeasurementPlan(long projectId) => ProjectId = projectId;

    public long ProjectId { get; private set; }

    public StudyDesign Design { get; private set; }

    /// <summary>Whether measurements exist: the plan then stands as it is, so that nobody can choose the question after seeing the answer.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>How many are to be measured in the intervention group in each wave; null where it was not planned.</summary>
    public int? PlannedIntervention { get; private set; }

    /// <summary>The same of the comparison group.</summary>
    public int? PlannedComparison { get; private set; }

    public IReadOnlyList<PlanIndicator> Indicators => _indicators;

    public IReadOnlyList<PlanWave> Waves => _waves;

    /// <summary>Those that are measured, not judged.</summary>
    public IEnumerable<PlanIndicator> Measurable => _indicators.Where(i => i.Kind != IndicatorKind.Qualitative);

    /// <summary>Whether the design sets the group beside another.</summary>
    public bool NeedsComparison => Compares(Design);

    public PlanWave? Baseline => _waves.Find(w => w.IsBaseline);

    /// <summary>The waves after the baseline, earliest first.</summary>
    public IEnumerable<PlanWave> FollowUps => _waves.Where(w => !w.IsBaseline).OrderBy(w => w.From);

    public PlanIndicator? Indicator(string code) => _indicators.Find(i => i.Code == code);

    public PlanWave? Wave(string code) => _waves.Find(w => w.Code == code);

    /// <summary>Rewrites the plan whole.</summary>
    /// <exception cref="RefusedException">Frozen, or with every fault at once.</exception>
    public void Set(PlanContent content, IndicatorCatalogue? catalogue = null)
    {
        Refuse.When(IsFrozen, new PlanFrozen());
        var (design, waves, sizes) = (content.Design, content.Waves, content.Sizes);
        var taken = (catalogue ?? IndicatorCatalogue.Empty).Take(this, content.Indicators);
        Refuse.WhenAny([.. PlanRules.Faults([.. taken.Select(t => t.Planned)], waves), .. PlanRules.InSizes(sizes, design)]);
        (Design, PlannedIntervention, PlannedComparison) = (design, sizes?.Intervention, sizes?.Comparison);
        _indicators.RemoveAll(i => !taken.Any(t => t.Planned.Code.Trim() == i.Code));
        foreach (var one in taken) IndicatorFor(one.Planned.Code.Trim()).Set(one);
        _waves.RemoveAll(w => !waves.Any(planned => planned.Code.Trim() == w.Code));
        foreach (var planned in waves) WaveFor(planned.Code.Trim()).Set(planned);
    }

    /// <summary>At the first logged measurement.</summary>
    public void Freeze() => IsFrozen = true;

    internal static bool Compares(StudyDesign design) => design != StudyDesign.BeforeAfter;

    private PlanIndicator IndicatorFor(string code)
    {
        var indicator = Indicator(code);
        if (indicator is null) _indicators.Add(indicator = new PlanIndicator(code));
        return indicator;
    }

    private PlanWave WaveFor(string code)
    {
        var wave = Wave(code);
        if (wave is null) _waves.Add(wave = new PlanWave(code));
        return wave;
    }
}
