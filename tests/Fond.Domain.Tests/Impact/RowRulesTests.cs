using Fond.Domain.Common;
using Fond.Domain.Impact;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

public sealed class RowRulesTests
{
    private static readonly MeasurementRow One = Row() with { SubjectKey = "e1", Value = 3.5m };
    private static readonly MeasurementRow Several = Row() with { N = 20, Mean = 3.2m, StandardDeviation = 0.8m };
    private static readonly MeasurementRow Share = Row("BEHORIG") with { N = 20, Events = 12 };
    private static readonly MeasurementRow Count = Row("INCIDENT") with { N = 20, Events = 55 };

    /// <summary>After every wave of the plan.</summary>
    private static readonly DateOnly Today = new(2100, 1, 1);

    private static string[] Faults(MeasurementRow row, StudyDesign design = StudyDesign.MatchedComparison) =>
        [.. RowRules.Faults(row, 0, Plan(design), Today).Select(f => $"{f.Column} {f.Refusal.Code["MEASUREMENT_".Length..]}")];

    [Fact]
    public void Rows_of_each_form_are_taken()
    {
        MeasurementRow[] rows =
        [
            One, Several, Share, Count, Several with { N = 1, StandardDeviation = null }, Several with { StandardDeviation = 0 },
            Share with { Events = 0 }, Share with { Events = 20 }, Share with { Events = null, Mean = 0.35m },
            Row("BEHORIG") with { SubjectKey = "e1", Value = 0 }, Row("BEHORIG") with { SubjectKey = "e1", Value = 1 }, Row("INCIDENT") with { SubjectKey = "e1", Value = 7 },
            Row(group: MeasurementGroup.Comparison) with { SubjectKey = "e1", Value = -2.25m },
            One with { MeasuredOn = Before.To }, One with { SubjectKey = new string('k', 64), RowKey = new string('k', 64) },
        ];
        Assert.All(rows, row => Assert.Empty(Faults(row)));
    }

    [Fact]
    public void Rows_of_rates_scales_and_durations_have_what_their_kind_needs()
    {
        string[] FaultsOf(MeasurementRow row) => [.. RowRules.Faults(row, 0, Wide(), Today).Select(f => $"{f.Column} {f.Refusal.Code["MEASUREMENT_".Length..]}")];
        var (rate, step, wait) = (Row("FRANVARO") with { N = 20, Events = 3, Exposure = 10.5m }, Row("TRIVSEL") with { SubjectKey = "e1", Value = 4 }, Row("VANTETID") with { SubjectKey = "e1", Value = 2.5m });
        Assert.All([rate, step, wait, rate with { N = null, Events = null, SubjectKey = "e1", Value = 3 }, wait with { SubjectKey = null, Value = null, N = 9, Mean = 2, StandardDeviation = 1, Subgroup = "flickor", SiteKey = "skola 1" }],
            (MeasurementRow row) => Assert.Empty(FaultsOf(row)));
        Assert.Equal(["exposure NUMBER_MISSING"], FaultsOf(rate with { Exposure = null }));
        Assert.Equal(["exposure NUMBER_OUT_OF_RANGE"], FaultsOf(rate with { Exposure = 0 }));
        Assert.Equal(["exposure COLUMN_NOT_FOR_KIND"], FaultsOf(step with { Exposure = 1 }));
        Assert.Equal(["n ORDINAL_TOGETHER"], FaultsOf(step with { SubjectKey = null, Value = null, N = 9, Mean = 3 }));
        Assert.Equal(["value NUMBER_OUT_OF_RANGE"], FaultsOf(wait with { Value = -1 }));
        Assert.Equal(["subgroup PERSONAL_NUMBER", "siteKey KEY_INVALID"], FaultsOf(wait with { Subgroup = "850709-9805", SiteKey = " s" }));
    }

    public static TheoryData<string, MeasurementRow> Wrong => new()
    {
        { "indicator INDICATOR_UNKNOWN", One with { Indicator = "X" } },
        { "wave WAVE_UNKNOWN", One with { Wave = "X" } },
        { "measuredOn OUTSIDE_WAVE", One with { MeasuredOn = Before.To.AddDays(1) } },
        { "measuredOn OUTSIDE_WAVE", One with { MeasuredOn = Before.From.AddDays(-1) } },
        { "n NUMBER_OUT_OF_RANGE", Several with { N = int.MaxValue } },
        { "events NUMBER_OUT_OF_RANGE", Count with { Events = int.MaxValue } },
        { "rowKey KEY_INVALID", One with { RowKey = " r1 " } },
        { "value FORM_UNCLEAR", Row() },
        { "value FORM_UNCLEAR", One with { N = 3 } },
        { "value FORM_UNCLEAR", Several with { SubjectKey = "e1" } },
        { "subjectKey SUBJECT_MISSING", Row() with { Value = 1 } },
        { "value NUMBER_MISSING", Row() with { SubjectKey = "e1" } },
        { "subjectKey KEY_INVALID", One with { SubjectKey = new string('k', 65) } },
        { "subjectKey KEY_INVALID", One with { SubjectKey = " " } },
        { "rowKey KEY_INVALID", One with { RowKey = new string('k', 65) } },
        { "rowKey KEY_INVALID", One with { RowKey = "" } },
        { "rowKey KEY_INVALID", One with { RowKey = "a\tb" } },
        { "subjectKey PERSONAL_NUMBER", One with { SubjectKey = "850709-9805" } },
        { "rowKey PERSONAL_NUMBER", One with { RowKey = "rad 198507099805" } },
        { "value NUMBER_OUT_OF_RANGE", One with { Value = 0.0000001m } },
        { "value SHARE_NOT_ZERO_OR_ONE", Row("BEHORIG") with { SubjectKey = "e1", Value = 0.5m } },
        { "value COUNT_NOT_WHOLE", Row("INCIDENT") with { SubjectKey = "e1", Value = 1.5m } },
        { "value COUNT_NOT_WHOLE", Row("INCIDENT") with { SubjectKey = "e1", Value = -1 } },
        { "n NUMBER_MISSING", Several with { N = null } },
        { "n NUMBER_OUT_OF_RANGE", Several with { N = 0 } },
        { "mean NUMBER_MISSING", Several with { Mean = null } },
        { "mean NUMBER_OUT_OF_RANGE", Several with { Mean = 1_000_000_000_000m } },
        { "standardDeviation DEVIATION_MISSING", Several with { StandardDeviation = null } },
        { "standardDeviation NUMBER_OUT_OF_RANGE", Several with { StandardDeviation = -0.1m } },
        { "events COLUMN_NOT_FOR_KIND", Several with { Events = 3 } },
        { "events EVENTS_ABOVE_N", Share with { Events = 21 } },
        { "events NUMBER_OUT_OF_RANGE", Share with { Events = -1 } },
        { "events SHARE_UNCLEAR", Share with { Mean = 0.6m } },
        { "events SHARE_UNCLEAR", Share with { Events = null } },
        { "mean NUMBER_OUT_OF_RANGE", Share with { Events = null, Mean = 1.01m } },
        { "mean NUMBER_OUT_OF_RANGE", Share with { Events = null, Mean = -0.01m } },
        { "standardDeviation COLUMN_NOT_FOR_KIND", Share with { StandardDeviation = 0.1m } },
        { "events NUMBER_MISSING", Row("INCIDENT") with { N = 3 } },
        { "mean COLUMN_NOT_FOR_KIND", Count with { Mean = 2 } },
        { "standardDeviation COLUMN_NOT_FOR_KIND", Count with { StandardDeviation = 2 } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void An_impossible_row_is_told_by_its_column(string fault, MeasurementRow row) => Assert.Contains(fault, Faults(row));

    [Fact]
    public void A_comparison_group_needs_a_design_that_has_one()
    {
        var row = One with { Group = MeasurementGroup.Comparison };
        Assert.Equal(["group COMPARISON_NOT_PLANNED"], Faults(row, StudyDesign.BeforeAfter));
        Assert.Empty(Faults(row, StudyDesign.Randomised));
    }

    [Fact]
    public void Only_an_earlier_group_may_be_measured_before_the_wave()
    {
        var earlier = One with { MeasuredOn = Before.From.AddYears(-3), Group = MeasurementGroup.Comparison };
        Assert.Empty(Faults(earlier, StudyDesign.HistoricalComparison));
        Assert.NotEmpty(Faults(earlier with { Group = MeasurementGroup.Intervention }, StudyDesign.HistoricalComparison));
        Assert.NotEmpty(Faults(earlier with { MeasuredOn = Before.To.AddDays(1) }, StudyDesign.HistoricalComparison));
    }

    [Fact]
    public void Repeated_keys_and_subjects_are_told_by_their_later_row()
    {
        var rows = new[]
        {
            One, One with { SubjectKey = "e2" }, One with { RowKey = "r3" }, One with { RowKey = "r4", Wave = "V1", MeasuredOn = First.From },
            Several with { RowKey = "r5" }, Several with { RowKey = "r6" },
        };
        Assert.Equal([(1, "MEASUREMENT_KEY_REPEATED"), (2, "MEASUREMENT_SUBJECT_REPEATED")], RowRules.Faults(rows, Plan(), Today, new()).Select(f => (f.Row, f.Refusal.Code)));
    }

    [Fact]
    public void Nothing_is_measured_before_it_happens() =>
        Assert.Contains(RowRules.Faults(One, 0, Plan(), One.MeasuredOn.AddDays(-1)), f => f.Refusal is MeasurementInFuture);

    [Fact]
    public void All_faults_of_a_row_are_named() => Assert.Equal(
        ["rowKey KEY_INVALID", "indicator INDICATOR_UNKNOWN", "wave WAVE_UNKNOWN", "value FORM_UNCLEAR"],
        Faults(Row() with { RowKey = " ", Indicator = "X", Wave = "X" }));

    [Fact]
    public void A_key_with_what_is_no_character_is_refused_before_it_is_searched_for_numbers() =>
        Assert.Equal(["rowKey KEY_INVALID"], Faults(Row() with { RowKey = "\ufffe 1234567890", SubjectKey = "e1", Value = 3 }));

    [Fact]
    public void A_row_without_a_school_is_warned_of_where_others_have_one()
    {
        var (without, with) = (Row() with { RowKey = "a", SubjectKey = "e1", Value = 3 }, Row() with { RowKey = "b", SubjectKey = "e2", Value = 3, SiteKey = "s" });
        Assert.Equal(["0 siteKey"], Warned<MeasurementSiteMissing>([without, with]));
        var logged = new LoggedCells([Plan().Indicator(without.Indicator)!.Id], []);
        Assert.Equal(["0 siteKey"], Warned<MeasurementSiteMissing>([without], logged));
        Assert.Empty(Warned<MeasurementSiteMissing>([without]));
        Assert.Empty(Warned<MeasurementSiteMissing>([with], logged));
    }

    [Fact]
    public void But_not_where_only_another_indicator_goes_by_school()
    {
        var (register, bySchool) = (Row() with { RowKey = "a", SubjectKey = "e1", Value = 3 }, Row("BEHORIG") with { RowKey = "b", SubjectKey = "e1", Value = 1, SiteKey = "s" });
        Assert.Empty(Warned<MeasurementSiteMissing>([register, bySchool]));
        Assert.Empty(Warned<MeasurementSiteMissing>([register], new LoggedCells([Plan().Indicator(bySchool.Indicator)!.Id], [])));
    }

    [Fact]
    public void Individuals_beside_several_together_in_a_group_are_warned_of_either_way()
    {
        var (one, together) = (Row() with { RowKey = "a", SubjectKey = "e1", Value = 3 }, Row() with { RowKey = "b", N = 20, Mean = 3, StandardDeviation = 1 });
        LoggedCells Logged(bool isIndividual) => new([], [(Plan().Indicator(one.Indicator)!.Id, Plan().Wave(one.Wave)!.Id, one.Group, isIndividual)]);
        Assert.Equal(["1 n"], Warned<MeasurementFormsMixed>([one, together]));
        Assert.Equal(["0 subjectKey"], Warned<MeasurementFormsMixed>([one], Logged(isIndividual: false)));
        Assert.Equal(["0 n"], Warned<MeasurementFormsMixed>([together], Logged(isIndividual: true)));
        Assert.Empty(Warned<MeasurementFormsMixed>([one], Logged(isIndividual: true)));
        Assert.Empty(Warned<MeasurementFormsMixed>([one, together with { Group = MeasurementGroup.Comparison }]));
    }

    [Fact]
    public void Steps_of_a_scale_by_school_are_warned_of_once_a_file()
    {
        var (before, plan) = (new RowsBefore(), Wide());
        MeasurementRow Of(string key, string indicator, string? site) => Row(indicator) with { RowKey = key, SubjectKey = key, Value = 1, SiteKey = site };
        string[] Judged(params MeasurementRow[] rows) => [.. BatchRules.Judge(rows, plan, [], First.To, Before.To.AddDays(1), before).Warnings.Where(w => w.Refusal is MeasurementStepsByUnit).Select(w => $"{w.Row} {w.Column}")];
        Assert.Empty(Judged(Of("a", "TRIVSEL", null), Of("b", "BEHORIG", "s")));
        Assert.Equal(["1 siteKey"], Judged(Of("c", "TRIVSEL", null), Of("d", "TRIVSEL", "s"), Of("e", "TRIVSEL", "s")));
        Assert.Empty(Judged(Of("f", "TRIVSEL", "t")));
    }

    [Fact]
    public void A_value_far_out_is_found_among_those_it_comes_with_though_nothing_was_logged_before_and_in_the_last_piece_of_a_file_among_those_before()
    {
        var before = new RowsBefore();
        MeasurementRow Of(string key, decimal value) => Row() with { RowKey = key, SubjectKey = key, Value = value };
        string[] Far(params IEnumerable<MeasurementRow> rows) => [.. BatchRules.Judge([.. rows], Plan(), [], First.To, Before.To.AddDays(1), before).Warnings.Where(w => w.Refusal is MeasurementOutlier).Select(w => $"{w.Row} {w.Column}")];
        Assert.Empty(Far(Enumerable.Range(0, 18).Select(i => Of($"few{i}", i)).Append(Of("few", 400)))); // nobody knows yet what is usual
        Assert.Equal(["19 value"], Far(Enumerable.Range(0, 19).Select(i => Of($"many{i}", i)).Append(Of("many", 400))));
        Assert.Equal(["1 value"], Far(Of("last", 9), Of("far", 400)));
        Assert.Empty(Far(Of("other", 400) with { Group = MeasurementGroup.Comparison }));
        Assert.Empty(Far(Enumerable.Range(0, 40).Select(i => Of($"same{i}", 400)))); // most are the same, which tells nothing of what is usual, nor do those before
        Assert.Empty(Far(Of("after", 4_000)));
    }

    private static string[] Warned<T>(IReadOnlyList<MeasurementRow> rows, LoggedCells? cells = null) =>
        [.. BatchRules.Judge(rows, Plan(), [], First.To, Before.To.AddDays(1), cells: cells).Warnings.Where(w => w.Refusal is T).Select(w => $"{w.Row} {w.Column}")];

    /// <summary>In the same request, in what was logged before, and in an earlier piece of the same file.</summary>
    [Fact]
    public void Whoever_has_been_measured_in_the_other_group_is_warned_of()
    {
        var plan = Plan();
        var (began, crossed) = (Row() with { RowKey = "a", SubjectKey = "e1", Value = 3 }, Row(wave: "V1", group: MeasurementGroup.Comparison) with { RowKey = "b", SubjectKey = "e1", Value = 4 });
        var stayed = Row(wave: "V1") with { RowKey = "c", SubjectKey = "e2", Value = 4 };
        var (file, start) = (new RowsBefore(), Before.To.AddDays(1));
        string[] Told(IReadOnlyList<MeasurementRow> rows, IReadOnlyCollection<Measurement> logged, RowsBefore? before = null) =>
            [.. BatchRules.Judge(rows, plan, logged, First.To, start, before).Warnings.Where(w => w.Refusal is MeasurementGroupCrossed).Select(w => $"{w.Row} {w.Column}")];
        Assert.Equal(["1 group"], Told([began, crossed, stayed], []));
        Assert.Equal(["0 group"], Told([crossed, stayed], [new Measurement(1, plan, began)]));
        Assert.Empty(Told([began], [], file));
        Assert.Equal(["1 group"], Told([stayed, crossed], [], file));
    }
}
