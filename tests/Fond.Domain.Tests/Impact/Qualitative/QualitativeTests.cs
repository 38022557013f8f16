using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Domain.Tests.Governance;
using static Fond.Domain.Tests.Governance.Given;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact.Qualitative;

public sealed class QualitativeTests
{
    private static readonly DateOnly Today = Day(2021, 12, 10);
    private static readonly CodeBook Codes = new(new HashSet<string> { "mal-1" }, PlanWithLogic());

    private static MeasurementPlan PlanWithLogic()
    {
        var plan = new MeasurementPlan(5);
        plan.Set(new(StudyDesign.BeforeAfter, [Trust], [Before, First], LogicModel: [new("a", LogicStep.Activity, "Samtal", ["u"], []), new("u", LogicStep.Outcome, "Tryggare", [], [])]));
        return plan;
    }

    private static Project Project() => new Project(new(7, 3, 11, 12, "Pilot", "Skolan", Day(2020, 1, 1), Day(2022, 12, 31), Day(2019, 12, 12), [Kronor(2020, 1)], [], [])).WithId(9);

    private static Observation Seen(ObservationKind kind, params CodedTheme[] themes) =>
        new(Project(), new(kind, Today, "Skolan", "Kurator", "Lugnt", themes), Codes, new(4, Now, 1), Today);

    private static AttainmentJudgement Judged(AttainmentTerms terms, Writing<AttainmentJudgement>? writing = null) => new(Project(), terms, Codes, writing ?? new(4, Now, 1));

    [Fact]
    public void A_theme_counts_once_a_record_whatever_its_capitals()
    {
        var counts = ThemeCount.Of([new(ObservationKind.Interview, [new("Lugn", "mal-1"), new("lugn", "mal-1")]), new(ObservationKind.Observation, [new("LUGN", "mal-1")]), new(ObservationKind.Interview, [new("Lugn", Outcome: "u")])]).ToList();
        Assert.Equal([new ThemeCount("Lugn", "mal-1", null, 1, 1), new ThemeCount("Lugn", null, "u", 0, 1)], counts);
    }

    [Fact]
    public void A_theme_is_coded_against_one_goal_or_outcome_that_is_there()
    {
        Refused.By<QualitativeMatterUnclear>(() => Seen(ObservationKind.Observation, new CodedTheme("Lugn")));
        Refused.By<QualitativeGoalUnknown>(() => Seen(ObservationKind.Observation, new CodedTheme("Lugn", "mal-2")));
        Assert.Equal(["observation", "themes", "0", "outcome"], Refused.By<QualitativeOutcomeUnknown>(() => Seen(ObservationKind.Observation, new CodedTheme("Lugn", Outcome: "a"))).Path); // an activity is no outcome
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_latest_version_alone()
    {
        var first = Judged(new("V1", -1, "Alla", "Hälften", "TILLIT"));
        Refused.By<PlanFieldInvalid>(() => Judged(new("V1", 1, "Alla", "Fler", "TILLIT"), new(4, Now, 1, first, " ")));
        Assert.False(first.IsCorrected);
        var second = Judged(new("V1", 1, "Alla", "Fler", "TILLIT"), new(4, Now, 1, first, "Nya intervjuer"));
        Assert.Equal((true, 1, 1, false), (first.IsCorrected, second.Number, second.Revision, second.IsCorrected));
        Refused.By<QualitativeCorrected>(() => Judged(new("V1", 2, "Alla", "Fler", "TILLIT"), new(4, Now, 1, first, "Igen")));
    }

    [Theory]
    [InlineData(-2, "mycket mindre än väntat")]
    [InlineData(-1, "mindre än väntat")]
    [InlineData(0, "som väntat")]
    [InlineData(1, "mer än väntat")]
    [InlineData(2, "mycket mer än väntat")]
    public void A_score_is_told_in_words(int score, string words) => Assert.Equal(words, Judged(new("V0", score, "Alla", "Så är det", Goal: "mal-1")).Level.Sv);

    [Fact]
    public void A_judgement_names_its_wave_and_one_thing_and_stays_on_the_scale()
    {
        var refusals = Refused.ByAll(() => Judged(new("V9", 3, " ", "Ja", "OKAND", "mal-1")));
        Assert.Equal(["ATTAINMENT_SCORE_INVALID", "PLAN_FIELD_INVALID", "ATTAINMENT_WAVE_UNKNOWN", "QUALITATIVE_MATTER_UNCLEAR", "ATTAINMENT_INDICATOR_UNKNOWN"], refusals.Select(r => r.Code));
    }

    [Fact]
    public void A_record_keeps_ten_files() => Refused.By<EvidenceFilesTooMany>(() => _ = new EvidenceFile(9, EvidenceOf.Observation, 1, EvidenceFile.MostPerRecord, new UploadedFile("a.pdf", "application/pdf", 8, "00"), 3, Now));
}
