using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Impact.Series;
using Fond.Domain.Projects;

namespace Fond.Domain.Impact;

/// <summary>What is measured in a project, when, and against what. It can be rewritten until the first measurement is logged, and is changed by versions from then on.</summary>
public sealed class MeasurementPlan : Aggregate
{
    private readonly List<PlanIndicator> _indicators = [];
    private readonly List<PlanWave> _waves = [];

    private MeasurementPlan() { }

    public MeasurementPlan(long projectId) => ProjectId = projectId;

    public long ProjectId { get; private set; }

    public StudyDesign Design { get; private set; }

    /// <summary>Whether measurements exist: what is asked is then settled, so that nobody can choose the question after seeing the answer.</summary>
    public bool IsFrozen { get; private set; }

    /// <summary>What is to lead to what (effektkedja, logikmodell), in the order in which it was given.</summary>
    public IReadOnlyList<LogicEntry> LogicModel { get; private set; } = [];

    /// <summary>Why the design claims more than it did when the first measurement was logged; null: it does not.</summary>
    public string? DesignNote { get; private set; }

    /// <summary>Whether the groups are to be made of whole schools or other units, in which people are alike.</summary>
    public bool WholeUnits { get; private set; }

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

    /// <summary>Whether the other group is measured in the project's time: an earlier one, or one of registers, is read afterwards as it was.</summary>
    internal bool MeasuresComparison => Measures(Design);

    /// <summary>As it stands.</summary>
    public PlanContent Content => new(Design, [.. _indicators.OrderBy(i => i.Id).Select(i => i.Planned)], [.. _waves.OrderBy(w => w.Id).Select(w => w.Planned)],
        PlannedIntervention is { } planned ? new(planned, PlannedComparison) : null, LogicModel, DesignNote, WholeUnits);

    public PlanWave? Baseline => _waves.Find(w => w.IsBaseline);

    /// <summary>The waves after the baseline, earliest first.</summary>
    public IEnumerable<PlanWave> FollowUps => _waves.Where(w => !w.IsBaseline).OrderBy(w => w.From);

    public PlanIndicator? Indicator(string code) => _indicators.Find(i => i.Code == code);

    public PlanWave? Wave(string code) => _waves.Find(w => w.Code == code);

    /// <summary>Rewrites the plan whole, before anything is measured.</summary>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public void Set(PlanContent content, IndicatorCatalogue? catalogue = null, FundSeries? series = null)
    {
        Refuse.When(IsFrozen, new PlanReasonMissing { Path = ["reason"] });
        var taken = Take(content, catalogue);
        Refuse.WhenAny([.. PlanRules.Faults(content, Planned(taken), series), .. PlanRules.StepsByUnits(content, Planned(taken))]);
        Write(content, taken);
    }

    /// <summary>Changes the plan whole though measurements exist, within what may still be changed then.</summary>
    /// <exception cref="RefusedException">With every fault at once.</exception>
    public void Change(PlanContent content, string? reason, MeasuredParts measured, IndicatorCatalogue? catalogue = null, FundSeries? series = null)
    {
        var taken = Take(content, catalogue);
        Refuse.WhenAny([.. PlanRules.Faults(content, Planned(taken), series), .. ChangeRules.Faults(this, content with { Indicators = Planned(taken) }, reason, measured), .. PlanRules.StepsByUnits(content, Planned(taken), this)]);
        Write(content, taken);
    }

    /// <summary>
    /// What is wanting before it can be said how things were before: by each indicator that the project is to be judged by, in each group that is measured beside the project; where none is primary, by the one that
    /// lacks least: what can be accepted lacks less, and what has been accepted nothing. It takes half of those who are planned, on or before the project's first day, and never fewer than the fund tells of: else what lacks would tell how many a
    /// hidden group has. That day goes for every design: the plan does not know when the single units of a stepped or waitlist design begin, and the first of them begins with the project. Where all is judged and nothing measured, there is
    /// nothing to wait for.
    /// </summary>
    /// <param name="measured">Who stand in the baseline wave; what is left out is none.</param>
    /// <param name="threshold">The fewest of whom anything is told in the fund.</param>
    /// <param name="accepted">What the fund takes for what it is; null: nothing.</param>
    public IReadOnlyList<BaselineGap> BaselineGaps(IReadOnlyCollection<BaselineCount> measured, int threshold, LateBaseline? accepted = null)
    {
        if (Baseline is null) return [BaselineGap.OfPlan];
        var primary = Measurable.Where(i => i.IsPrimary).ToList();
        if (primary.Count > 0) return [.. primary.SelectMany(i => GapsOf(i, measured, threshold))];
        return Measurable.OrderBy(i => i.Id).Select(i => GapsOf(i, measured, threshold).ToList())
            .MinBy(gaps => (gaps.Count(g => !g.CanBeAccepted), gaps.Count(g => accepted?.Covers(g) != true), gaps.Count)) ?? [];
    }

    /// <summary>At the first logged measurement.</summary>
    public void Freeze() => IsFrozen = true;

    private IEnumerable<BaselineGap> GapsOf(PlanIndicator indicator, IReadOnlyCollection<BaselineCount> measured, int threshold) =>
        from @group in MeasuresComparison ? new[] { MeasurementGroup.Intervention, MeasurementGroup.Comparison } : [MeasurementGroup.Intervention]
        let count = measured.FirstOrDefault(m => m.IndicatorId == indicator.Id && m.Group == @group)
        let planned = @group == MeasurementGroup.Intervention ? PlannedIntervention : PlannedComparison
        let fault = BaselineCount.FaultOf(count, ((planned ?? 0) + 1) / 2, threshold)
        where fault is not null
        select new BaselineGap(indicator.Code, @group, fault.Value);

    /// <summary>Whether the groups are made of whole units: those that begin one after another are, whatever is said.</summary>
    public static bool ByUnits(StudyDesign design, bool wholeUnits) => wholeUnits || design == StudyDesign.Stepped;

    /// <inheritdoc cref="MeasuresComparison"/>
    public static bool Measures(StudyDesign design) => Compares(design) && design is not (StudyDesign.HistoricalComparison or StudyDesign.RegisterComparison);

    internal static bool Compares(StudyDesign design) => design != StudyDesign.BeforeAfter;

    private IReadOnlyList<TakenIndicator> Take(PlanContent content, IndicatorCatalogue? catalogue) => (catalogue ?? IndicatorCatalogue.Empty).Take(this, content.Indicators);

    private static List<PlannedIndicator> Planned(IReadOnlyList<TakenIndicator> taken) => [.. taken.Select(t => t.Planned)];

    private void Write(PlanContent content, IReadOnlyList<TakenIndicator> taken)
    {
        (Design, WholeUnits, PlannedIntervention, PlannedComparison) = (content.Design, content.WholeUnits, content.Sizes?.Intervention, content.Sizes?.Comparison);
        (LogicModel, DesignNote) = ([.. content.LogicModel ?? []], string.IsNullOrWhiteSpace(content.DesignNote) ? DesignNote : content.DesignNote.Trim());
        _indicators.RemoveAll(i => !taken.Any(t => t.Planned.Code.Trim() == i.Code));
        foreach (var one in taken) IndicatorFor(one.Planned.Code.Trim()).Set(one, IsFrozen);
        _waves.RemoveAll(w => !content.Waves.Any(planned => planned.Code.Trim() == w.Code));
        foreach (var planned in content.Waves) WaveFor(planned.Code.Trim()).Set(planned);
    }

    private PlanIndicator IndicatorFor(string code)
    {
        var indicator = Indicator(code);
        if (indicator is null) _indicators.Add(indicator = new PlanIndicator(code, plannedLater: IsFrozen));
        return indicator;
    }

    private PlanWave WaveFor(string code)
    {
        var wave = Wave(code);
        if (wave is null) _waves.Add(wave = new PlanWave(code));
        return wave;
    }
}
