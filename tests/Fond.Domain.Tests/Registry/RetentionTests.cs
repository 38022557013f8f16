using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Tests.Funds;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Registry;

public sealed class RetentionTests
{
    private static readonly DateOnly Last = new(2014, 12, 9);
    private static readonly DateOnly Due = new(2021, 12, 10);

    [Fact]
    public void A_rule_rests_on_a_decision_and_is_for_what_is_a_file()
    {
        Assert.Equal(["years", "kind", "decision"], Refused.ByAll(() => Rule(0, DocumentKind.Decision, " ")).Select(r => r.Path[0]));
        Refused.By<RetentionYearsInvalid>(() => Rule(101));
        Assert.Null(Rule(null, DocumentKind.Decision).DueAfter(Last));
        Assert.Equal(Due, Rule(7).DueAfter(Last));
    }

    [Fact]
    public void Nothing_is_disposed_of_before_its_time_without_a_rule_or_twice()
    {
        Assert.Equal((DisposalState.Proposed, 1), (Propose(Due).State, Propose(Due).Documents.Count));
        Assert.Equal(["documentIds", "0"], Refused.By<DisposalTooEarly>(() => Propose(Due.AddDays(-1))).Path);
        Refused.By<DisposalTooEarly>(() => Propose(Due, Candidate() with { CaseEnded = false }));
        Refused.By<DisposalNoRule>(() => Propose(Due, Candidate() with { Rule = null }));
        Refused.By<DisposalNoRule>(() => Propose(Due, Candidate() with { Rule = Rule(null) }));
        Refused.By<DisposalAlreadyDone>(() => Propose(Due, Candidate() with { IsDisposed = true }));
        Refused.By<DisposalSizeInvalid>(() => new Disposal(1, [], 7, Given.Now, Due));
        Refused.By<DisposalSizeInvalid>(() => new Disposal(1, [.. Enumerable.Repeat(Candidate(), Disposal.Most + 1)], 7, Given.Now, Due));
    }

    [Theory]
    [InlineData(DocumentKind.Statement)]
    [InlineData(DocumentKind.Agreement)]
    public void What_fond_registered_without_a_file_of_its_own_is_kept(DocumentKind kind)
    {
        var candidate = Candidate() with { Rule = Rule(7, kind) };
        Assert.Equal(["documentIds", "0"], Refused.By<DisposalOfFields>(() => Propose(Due, candidate with { Document = Document(kind, null) })).Path);
        var disposal = Propose(Due, candidate with { Document = Document(kind, 7) });
        Refused.By<DisposalOfFields>(() => Approve(disposal, 8, candidate with { Document = Document(kind, null) }));
        Assert.Single(Propose(Due, candidate with { Rule = Rule(7, DocumentKind.StatementFile), Document = Document(DocumentKind.StatementFile, null) }).Documents);
    }

    [Fact]
    public void Two_persons_dispose_of_a_document()
    {
        var disposal = Propose(Due);
        Refused.By<DisposalSamePerson>(() => Approve(disposal, 7));
        Approve(disposal, 8);
        Assert.Equal((DisposalState.Approved, 8L), (disposal.State, disposal.SettledById!.Value));
        Refused.By<DisposalAlreadySettled>(() => Approve(disposal, 9));
        Refused.By<DisposalAlreadySettled>(() => disposal.Reject(9, Given.Now));
    }

    [Fact]
    public void Documents_of_cases_and_of_matters_go_together_each_by_its_rule()
    {
        var (note, decision) = (Candidate() with { Rule = Rule(7, DocumentKind.Note), Document = OfMatter(DocumentKind.Note, 7) }, Candidate() with { Document = OfMatter(DocumentKind.Statement, null) });
        Refused.By<DisposalOfFields>(() => Propose(Due, decision));
        var disposal = new Disposal(1, [note, Candidate()], 7, Given.Now, Due);
        Assert.Equal((1, 1), (disposal.Documents.Count, disposal.MatterDocuments.Count));
        disposal.Approve([Candidate(), note], 8, Given.Now, Due);
        Assert.Equal(DisposalState.Approved, disposal.State);
    }

    [Fact]
    public void Whoever_approves_is_told_when_the_rule_or_the_case_has_changed_since()
    {
        var disposal = Propose(Due);
        foreach (var changed in new[] { Candidate() with { CaseEnded = false }, Candidate() with { LastDay = Last.AddDays(1) }, Candidate() with { Rule = Rule(8) } })
            Assert.Equal(["documentIds", "0"], Refused.By<DisposalTooEarly>(() => Approve(disposal, 8, changed)).Path);
        Refused.By<DisposalNoRule>(() => Approve(disposal, 8, Candidate() with { Rule = Rule(null) }));
        Refused.By<DisposalAlreadyDone>(() => Approve(disposal, 8, Candidate() with { IsDisposed = true }));
        Assert.Equal(DisposalState.Proposed, disposal.State);
    }

    private static void Approve(Disposal disposal, long by, DisposalCandidate? candidate = null) => disposal.Approve([candidate ?? Candidate()], by, Given.Now, Due);

    [Fact]
    public void Who_proposed_may_take_it_back()
    {
        var disposal = Propose(Due);
        disposal.Reject(7, Given.Now);
        Assert.Equal(DisposalState.Rejected, disposal.State);
    }

    private static Disposal Propose(DateOnly today, DisposalCandidate? candidate = null) => new(1, [candidate ?? Candidate()], 7, Given.Now, today);

    private static DisposalCandidate Candidate() => new(Document(DocumentKind.Letter, 7), true, Last, Rule(7), false);

    private static RetentionRule Rule(int? years, DocumentKind kind = DocumentKind.Letter, string decision = "KS 2020/15 § 4") => new(1, kind, years, decision, 7, Given.Now);

    private static MatterDocument OfMatter(DocumentKind kind, long? by) =>
        new(new(new(FundTests.Terms()), new("Budget"), () => "KS 2014/2", 7, Last), 0, DocumentEntry.DrawnUp(kind, "Samtal"), null, by, Given.Now);

    /// <param name="by">Null: Fond.</param>
    private static CaseDocument Document(DocumentKind kind, long? by)
    {
        var application = (Application)Activator.CreateInstance(typeof(Application), nonPublic: true)!;
        typeof(Application).GetProperty(nameof(Application.CaseNumber))!.SetValue(application, "KS 2014/1");
        return new(application, 0, DocumentEntry.In(kind, "Skolverket", "Fråga"), null, by, Given.Now);
    }
}
