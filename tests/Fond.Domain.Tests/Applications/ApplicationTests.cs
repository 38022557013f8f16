using System.IO.Compression;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Tests.Governance;
using Fond.Domain.Workflows;

namespace Fond.Domain.Tests.Applications;

public sealed class ApplicationTests
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_empty_draft_is_refused_with_every_missing_field()
    {
        var application = Draft();
        var paths = Refused.ByAll(() => Submit(application)).Select(r => string.Join('.', r.Path)).ToList();
        Assert.Equal(
            ["serves", "content.summary", "content.need", "content.targetGroup.description", "content.method", "content.evidence", "content.evaluation.evaluator",
                "content.evaluation.plan", "content.genderEquality", "content.afterPilot", "content.targetGroup.plannedNumber", "content.methodStatus", "content.goals",
                "content.indicators", "content.budget", "content.milestones", "content.evaluation.design", "content.childImpact.concernsChildren", "content.start", "content.end", "content.partners"],
            paths);
        Assert.Null(application.CaseNumber);
    }

    [Fact]
    public void A_whole_draft_is_submitted_and_frozen()
    {
        var application = Whole();
        var version = Submit(application);
        Assert.Equal("KS 2026/0001", application.CaseNumber);
        Assert.Equal((1, Money.Kronor(100)), (version.Number, application.Asked));
        application.EnterPhase(Phase.FormalCheck);
        Refused.By<ApplicationNotEditable>(() => application.Save("Annat", null, null, 7));
        Refused.By<ApplicationNotEditable>(() => Submit(application));
    }

    [Fact]
    public void Text_of_white_space_is_missing()
    {
        var application = Whole();
        application.Save(null, new ApplicationContent { Need = " \n " }, null, 7);
        Assert.Equal("content.need", string.Join('.', Refused.By<ApplicationFieldMissing>(() => Submit(application)).Path));
    }

    [Fact]
    public void When_children_are_concerned_their_best_interests_are_tested()
    {
        var application = Whole();
        application.Save(null, new ApplicationContent { ChildImpact = new() { ConcernsChildren = true, Children = "Elever i åk 4" } }, null, 7);
        Assert.True(application.ConcernsChildren);
        Assert.Equal(["rights", "heard", "assessment"], Refused.ByAll(() => Submit(application)).Select(r => r.Path[^1]));
    }

    [Theory]
    [MemberData(nameof(BeyondTheRules))]
    public void What_goes_beyond_the_rules_of_the_call_is_refused(ApplicationContent change, string code)
    {
        var application = Whole();
        application.Save(null, change, null, 7);
        Assert.Contains(Refused.ByAll(() => Submit(application)), r => r.Code == code);
    }

    public static TheoryData<ApplicationContent, string> BeyondTheRules => new()
    {
        { new() { Budget = [Line(2026, 201, 500)] }, "APPLICATION_ABOVE_YEAR_LIMIT" },
        { new() { Budget = [Line(2026, 200, 500), Line(2027, 150, 500)] }, "APPLICATION_ABOVE_TOTAL_LIMIT" },
        { new() { Budget = [Line(2026, 100, 99)] }, "APPLICATION_ABOVE_SHARE" },
        { new() { Budget = [Line(2026, 0, 99)] }, "APPLICATION_ASKS_NOTHING" },
        { new() { Budget = [Line(2030, 10, 10)] }, "APPLICATION_BUDGET_OUTSIDE_PROJECT" },
        { new() { End = new(2029, 1, 1) }, "APPLICATION_TOO_LONG" },
        { new() { Partners = [] }, "APPLICATION_TOO_FEW_PARTIES" },
        { new() { Goals = [new(GoalKind.Qualitative, "Tryggare")] }, "APPLICATION_GOAL_KIND_MISSING" },
        { new() { Goals = [new(GoalKind.Qualitative, "Tryggare"), new(GoalKind.Quantitative, "Fler trygga", "okänd")] }, "APPLICATION_GOAL_NOT_MEASURED" },
    };

    [Fact]
    public void A_project_of_exactly_the_longest_time_is_taken()
    {
        var application = Whole();
        application.Save(null, new ApplicationContent { Start = new(2026, 1, 1), End = new(2028, 12, 31) }, null, 7);
        Submit(application);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void What_can_never_be_is_refused_in_a_draft_already(ApplicationContent pieces, string path)
    {
        var application = Draft();
        Assert.Equal(path, string.Join('.', Assert.Single(Refused.ByAll(() => application.Save(null, pieces, null, 7))).Path));
        Assert.Equal(ApplicationContent.Empty, application.Content);
    }

    public static TheoryData<ApplicationContent, string> Impossible => new()
    {
        { new() { TargetGroup = new() { PlannedNumber = 0 } }, "content.targetGroup.plannedNumber" },
        { new() { TargetGroup = new() { AgeFrom = 12, AgeTo = 11 } }, "content.targetGroup.ageTo" },
        { new() { Start = new(2026, 2, 1), End = new(2026, 1, 31) }, "content.end" },
        { new() { Risks = [new("x", 6, 1, "y")] }, "content.risks.0.probability" },
        { new() { Milestones = [new("m", new(2026, 1, 1), new(2026, 1, 2))] }, "content.milestones.0.to" },
        { new() { Budget = [new("a", 2026, CostType.Personnel, new Money(Money.MaxOre), new Money(Money.MaxOre))] }, "content.budget" },
        { new() { Indicators = [Indicator("a"), Indicator("a")] }, "content.indicators.1.code" },
    };

    [Theory]
    [MemberData(nameof(SayingNothing))]
    public void Items_that_say_nothing_or_cannot_be_followed_are_named_at_submission(ApplicationContent change, string path, string code)
    {
        var application = Whole();
        application.Save(null, change, null, 7);
        Assert.Contains(Refused.ByAll(() => Submit(application)), r => r.Code == code && string.Join('.', r.Path) == path);
    }

    public static TheoryData<ApplicationContent, string, string> SayingNothing => new()
    {
        { new() { Goals = [new(GoalKind.Qualitative, " ")] }, "content.goals.0.text", "APPLICATION_FIELD_MISSING" },
        { new() { Indicators = [new("", "Namn", "%", IndicatorKind.Mean, Direction.HigherIsBetter)] }, "content.indicators.0.code", "APPLICATION_FIELD_MISSING" },
        { new() { Indicators = [new("a", "Namn", "%", IndicatorKind.Mean, Direction.HigherIsBetter, 1, 2)] }, "content.indicators.0.targetOn", "APPLICATION_FIELD_MISSING" },
        { new() { Indicators = [new("a", "Namn", "%", IndicatorKind.Mean, Direction.HigherIsBetter, 2, 1, new(2026, 12, 1))] }, "content.indicators.0.target", "APPLICATION_TARGET_AGAINST_DIRECTION" },
        { new() { Budget = [new("–", 2026, CostType.Personnel, Money.Kronor(1), Money.Kronor(1))] }, "content.budget.0.activity", "APPLICATION_FIELD_MISSING" },
        { new() { Milestones = [new("m", new(1999, 1, 1))] }, "content.milestones.0.to", "APPLICATION_MILESTONE_OUTSIDE_PROJECT" },
        { new() { Partners = [new(" ", PartnerKind.Board)] }, "content.partners.0.organisation", "APPLICATION_FIELD_MISSING" },
        { new() { Partners = [new("socialnämnden ", PartnerKind.Board)] }, "content.partners", "APPLICATION_TOO_FEW_PARTIES" },
        { new() { Risks = [new("Avhopp", 1, 1, "")] }, "content.risks.0.action", "APPLICATION_FIELD_MISSING" },
        { new() { Summary = "…" }, "content.summary", "APPLICATION_FIELD_MISSING" },
    };

    [Fact]
    public void A_draft_has_a_bounded_size()
    {
        Refused.By<ApplicationListTooLong>(() => Whole().Save(null, new() { Goals = [.. Enumerable.Repeat(new ProjectGoal(GoalKind.Qualitative, "Mål"), 201)] }, null, 7));
        Refused.By<ApplicationTooLarge>(() => Whole().Save(null, new() { Goals = [.. Enumerable.Repeat(new ProjectGoal(GoalKind.Qualitative, new string('x', 2_000)), 200)] }, null, 7));
        Assert.Equal("content.indicators.0.target", string.Join('.', Refused.By<ApplicationFieldInvalid>(() =>
            Whole().Save(null, new() { Indicators = [new("a", "Andel", "%", IndicatorKind.Share, Direction.HigherIsBetter, 0.5m, 7)] }, null, 7)).Path));
    }

    [Fact]
    public void A_supplement_makes_the_next_version_and_leaves_the_first_as_it_was()
    {
        var application = Whole();
        var first = Submit(application);
        application.EnterPhase(Phase.FormalCheck);
        application.RequestSupplement("Beskriv urvalet", new(2026, 3, 20), MunicipalTime.Today(Now));
        application.EnterPhase(Phase.Supplement);
        application.Save(null, new ApplicationContent { Need = "Behovet, med urval" }, null, 7);
        var second = application.Supplement(Limits, 1, Now);
        Assert.Equal((2, "Behovet"), (second.Number, first.Content.Need));
        var change = Assert.Single(ContentDiff.Between(Compared(first), Compared(second)));
        Assert.Equal(new ContentChange("need", "Behovet", "Behovet, med urval"), change);
        Assert.NotEqual(first.Sha256, second.Sha256);
    }

    [Fact]
    public void Title_goals_and_files_are_part_of_what_changed()
    {
        var before = new ComparedVersion("Pilot", ["FOLK-1"], ApplicationContent.Empty, []);
        var changes = ContentDiff.Between(before, before with { Title = "Råd", Serves = ["FOLK-2"], Files = ["budget.pdf"] });
        Assert.Equal([new("title", "Pilot", "Råd"), new("serves.0", "FOLK-1", "FOLK-2"), new ContentChange("attachments.0", null, "budget.pdf")], changes);
    }

    private static ComparedVersion Compared(ApplicationVersion version) => new(version.Title, [], version.Content, []);

    [Fact]
    public void A_supplement_after_its_last_day_is_late()
    {
        var application = Whole();
        Submit(application);
        application.EnterPhase(Phase.FormalCheck);
        Refused.By<ApplicationSupplementDayPassed>(() => application.RequestSupplement("x", new(2026, 3, 9), MunicipalTime.Today(Now)));
        application.RequestSupplement("x", new(2026, 3, 10), MunicipalTime.Today(Now));
        application.EnterPhase(Phase.Supplement);
        Refused.By<ApplicationSupplementLate>(() => application.Supplement(Limits, 1, MunicipalTime.EndOfDay(new(2026, 3, 10))));
        application.Supplement(Limits, 1, MunicipalTime.EndOfDay(new(2026, 3, 10)).AddSeconds(-1));
    }

    [Fact]
    public void Content_reads_back_as_it_was_written() =>
        Assert.Equal(ContentJson.Write(Content), ContentJson.Write(ContentJson.Read(ContentJson.Write(Content))));

    [Fact]
    public void A_file_is_known_by_what_it_holds()
    {
        Assert.Equal("application/pdf", FileKind.Recognise("%PDF-1.7"u8.ToArray()));
        Assert.Equal("text/plain", FileKind.Recognise("kod;värde\n1;2\n"u8.ToArray()));
        Assert.Null(FileKind.Recognise("MZ\0\0"u8.ToArray()));
        Assert.Null(FileKind.Recognise("<html><script>"u8.ToArray()));
        Assert.Null(FileKind.Recognise("PK\x03\x04rubbish"u8.ToArray()));
    }

    [Theory]
    [InlineData("..\\..\\etc/passwd", "passwd.pdf")]
    [InlineData("PLAN.PDF", "PLAN.PDF")]
    [InlineData("plan.pdf.js", "plan.pdf.js.pdf")]
    [InlineData("plan.hta ", "plan.hta.pdf")]
    [InlineData("plan.docx", "plan.docx.pdf")]
    [InlineData("plan\r\n.pdf", "plan.pdf")]
    [InlineData("", "bilaga.pdf")]
    public void A_file_name_is_made_safe_and_ends_as_what_the_file_is(string name, string safe) =>
        Assert.Equal(safe, new Attachment(Draft(), 0, name, "%PDF-1.7"u8.ToArray(), "x", 1, Now).FileName);

    [Theory]
    [InlineData("bat")]
    [InlineData("js")]
    [InlineData("vbs")]
    [InlineData("url")]
    public void A_text_that_some_machine_would_run_is_kept_as_a_text(string ending) =>
        Assert.Equal($"faktura.{ending}.txt", new Attachment(Draft(), 0, $"faktura.{ending}", "echo hej"u8.ToArray(), "x", 1, Now).FileName);

    [Theory]
    [InlineData("word/document.xml", "word/vbaProject.bin")]
    [InlineData("mimetype", "Basic/Standard/Module1.xml")]
    [InlineData("mimetype", "Scripts/python/a.py")]
    public void A_document_with_macros_is_not_allowed(string first, string macro)
    {
        Assert.NotNull(FileKind.Recognise(Zip(first)));
        Assert.Null(FileKind.Recognise(Zip(first, macro)));

        static byte[] Zip(params string[] entries)
        {
            var file = new MemoryStream();
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
                foreach (var entry in entries)
                {
                    using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
                    writer.Write("application/vnd.oasis.opendocument.text");
                }
            return file.ToArray();
        }
    }

    [Fact]
    public void Attachments_have_their_limits()
    {
        Refused.By<AttachmentEmpty>(() => new Attachment(Draft(), 0, "a", [], "x", 1, Now));
        Refused.By<AttachmentTooMany>(() => new Attachment(Draft(), Attachment.MostPerApplication, "a", "%PDF-"u8.ToArray(), "x", 1, Now));
        Refused.By<AttachmentTypeNotAllowed>(() => new Attachment(Draft(), 0, "a.pdf", "MZ\0"u8.ToArray(), "x", 1, Now));
        Refused.By<AttachmentTooLarge>(() => new Attachment(Draft(), 0, "a", new byte[UploadedFile.LargestBytes + 1], "x", 1, Now));
    }

    internal static readonly FundLimits Limits = new()
    {
        ValidFrom = new(2020, 1, 1),
        MaxGrantPerYear = Money.Kronor(200),
        MaxGrantTotal = Money.Kronor(300),
        MaxMonths = 36,
        MaxShare = 0.5m,
        MinParties = 2,
        RepaymentModel = RepaymentModel.None,
    };

    internal static readonly Call Open = new(1, "Våren", Now.AddDays(-1), Now.AddDays(1),
        [new() { Code = "behov", Name = new("Behov", "Need"), Kind = CriterionKind.Graded, Weight = 100 }]);

    private static readonly ApplicationContent Content = new()
    {
        Summary = "Kort",
        Need = "Behovet",
        TargetGroup = new() { Description = "Elever", PlannedNumber = 40, AgeFrom = 10, AgeTo = 12 },
        Method = "Metoden",
        MethodStatus = MethodStatus.TestsExisting,
        Evidence = "Studier",
        Goals = [new(GoalKind.Qualitative, "Tryggare"), new(GoalKind.Quantitative, "Fler trygga", "trygghet")],
        Indicators = [Indicator("trygghet")],
        Budget = [Line(2026, 100, 100)],
        Milestones = [new("Start", new(2026, 6, 1))],
        Partners = [new("Polisen", PartnerKind.State)],
        Evaluation = new() { Design = StudyDesign.BeforeAfter, Evaluator = "Följeforskare", Plan = "Enkät" },
        ChildImpact = new() { ConcernsChildren = false },
        GenderEquality = "Analys",
        AfterPilot = "Ordinarie drift",
        Start = new(2026, 1, 1),
        End = new(2027, 12, 31),
    };

    private static Indicator Indicator(string code) => new(code, "Trygga", "andel", IndicatorKind.Share, Direction.HigherIsBetter, 0.6m, 0.8m, new(2027, 12, 31));

    private static BudgetLine Line(int year, long fund, long own) => new("Drift", year, CostType.Personnel, Money.Kronor(fund), Money.Kronor(own));

    internal static Application Draft() => new(Open, 1, "Socialnämnden", "Projektet", Now);

    internal static Application Whole()
    {
        var application = Draft();
        application.Save(null, Content, [3], 7);
        return application;
    }

    private static ApplicationVersion Submit(Application application) => application.Submit(Open, Limits, () => "KS 2026/0001", 1, Now);
}
