using Fond.Domain.Common;
using Fond.Domain.Impact;

namespace Fond.Domain.Projects;

/// <summary>A granted pilot, from the decision until it is closed. Nothing of how it was carried out changes after that; what came of it is still measured and paid back, unless it was called off.</summary>
public sealed class Project : Aggregate
{
    private readonly List<ProjectMilestone> _milestones = [];
    private readonly List<Disbursement> _disbursements = [];

    private Project() { }

    public Project(ProjectStart start)
    {
        Refuse.When(start.End < start.Start, new ProjectPeriodReversed(start.Start, start.End));
        Refuse.When(start.Granted.Count == 0 || start.Granted.Any(g => g.Amount <= Money.Zero) || start.Granted.DistinctBy(g => g.Year).Count() < start.Granted.Count,
            new ProjectGrantMissing());
        DemandIndependent(start.EvaluatorId, start.LeadId);
        (ApplicationId, FundId, LeadId, EvaluatorId) = (start.ApplicationId, start.FundId, start.LeadId, start.EvaluatorId);
        DecidedOn = start.DecidedOn;
        (Title, Organisation, Start, End) = (start.Title, start.Organisation, start.Start, start.End);
        (Granted, Conditions) = ([.. start.Granted.OrderBy(g => g.Year)], [.. start.Conditions]);
        _milestones.AddRange(start.Milestones.OrderBy(m => m.DueOn).Select(m => new ProjectMilestone(m)));
    }

    public long ApplicationId { get; private set; }

    public long FundId { get; private set; }

    public long LeadId { get; private set; }

    /// <summary>Who logs measurements and reads effects; independent of the lead.</summary>
    public long? EvaluatorId { get; private set; }

    public string Title { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public DateOnly Start { get; private set; }

    public DateOnly End { get; private set; }

    /// <summary>The day of the decision to grant; nothing in the project is earlier.</summary>
    public DateOnly DecidedOn { get; private set; }

    /// <summary>By year, as decided.</summary>
    public IReadOnlyList<YearAmount> Granted { get; private set; } = [];

    public IReadOnlyList<string> Conditions { get; private set; } = [];

    public DateOnly? AgreementSignedOn { get; private set; }

    public FinalReport? FinalReport { get; private set; }

    /// <summary>Why the last final report was sent back; null once it has come in again.</summary>
    public string? ReportReturnReason { get; private set; }

    /// <summary>That the fund goes on though the baseline came late; null while it has not said so.</summary>
    public LateBaseline? LateBaseline { get; private set; }

    public ProjectFuture? Future { get; private set; }

    public string? FutureReasons { get; private set; }

    public DateOnly? FutureDecidedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Whether it was ended before its time, or before it had begun.</summary>
    public bool IsCalledOff { get; private set; }

    public IReadOnlyList<ProjectMilestone> Milestones => _milestones;

    public IReadOnlyList<Disbursement> Disbursements => _disbursements;

    public Money TotalGranted => Granted.Sum(g => g.Amount);

    public Money TotalPaid => _disbursements.Where(d => d.State == DisbursementState.Paid).Sum(d => d.Amount);

    /// <summary>What is granted and not paid out, by year.</summary>
    public IEnumerable<YearAmount> Unpaid() => Granted
        .Select(g => g with { Amount = g.Amount - _disbursements.Where(d => d.Year == g.Year && d.State == DisbursementState.Paid).Sum(d => d.Amount) })
        .Where(g => g.Amount > Money.Zero);

    /// <summary>What may still be requested for a year.</summary>
    public Money LeftFor(int year) => GrantedFor(year) - _disbursements.Where(d => d.Year == year && d.TakesOfGrant).Sum(d => d.Amount);

    public void SignAgreement(DateOnly signedOn, DateOnly today)
    {
        DemandOpen();
        Refuse.When(AgreementSignedOn is not null, new ProjectAgreementSigned(AgreementSignedOn ?? default));
        DemandDay(signedOn, DecidedOn, today, "signedOn");
        AgreementSignedOn = signedOn;
    }

    /// <param name="year">The year whose grant it is charged to.</param>
    public Disbursement RequestDisbursement(int year, Money amount, string purpose, DateOnly today)
    {
        DemandAgreement();
        Refuse.When(amount <= Money.Zero, new ProjectAmountInvalid { Path = ["amount"] });
        Refuse.When(string.IsNullOrWhiteSpace(purpose), new ProjectPurposeMissing { Path = ["purpose"] });
        Refuse.When(amount > LeftFor(year), new ProjectDisbursementAboveGrant(year, amount, GrantedFor(year), LeftFor(year)) { Path = ["amount"] });
        var request = new Disbursement(_disbursements.Count + 1, year, amount, purpose.Trim(), today);
        _disbursements.Add(request);
        return request;
    }

    /// <param name="gaps">Where it is not measured how things were before: after the first payment no more is paid without, since what is not measured then never can be. What is only late, or of so few that they are not told of, can be accepted.</param>
    public Disbursement PayDisbursement(int number, DateOnly today, IReadOnlyList<BaselineGap> gaps)
    {
        DemandAgreement();
        var request = Request(number);
        List<BaselineGap> standing = [.. gaps.Where(g => LateBaseline?.Covers(g) != true)];
        Refuse.When(standing.Count > 0 && request.State == DisbursementState.Requested && TotalPaid > Money.Zero, new ProjectBaselineMissing(standing) { Path = ["number"] });
        request.Pay(today);
        return request;
    }

    /// <summary>Goes on though the baseline was measured when the project had begun, or of fewer than the fund shows results of. While anything is not measured at all, or too few are, nothing can be accepted.</summary>
    public void AcceptLateBaseline(string reason, IReadOnlyList<BaselineGap> gaps, DateOnly today)
    {
        DemandOpen();
        Refuse.When(reason.IsBlank(), new ProjectReasonMissing { Path = ["reason"] });
        Refuse.WhenAny([.. gaps.Where(g => !g.CanBeAccepted).Take(1).Select(_ => new ProjectBaselineMissing(gaps))]);
        var late = gaps.Where(g => LateBaseline?.Covers(g) != true).Select(g => new LateMeasured(g.Indicator!, g.Group, g.Fault, today)).ToList();
        Refuse.When(late.Count == 0, new ProjectBaselineNotLate());
        LateBaseline = new(LateBaseline is { } before ? $"{before.Reason}\n{reason.Trim()}" : reason.Trim(), today, [.. LateBaseline?.Accepted ?? [], .. late]);
    }

    public Disbursement RefuseDisbursement(int number, string reason, DateOnly today)
    {
        DemandAgreement();
        var request = Request(number);
        request.Refuse(reason, today);
        return request;
    }

    public void ReachMilestone(long milestoneId, DateOnly on, string note, DateOnly today)
    {
        DemandOpen();
        var milestone = _milestones.Find(m => m.Id == milestoneId);
        Refuse.When(milestone is null, new ProjectMilestoneUnknown { Path = ["milestoneId"] });
        DemandDay(on, DecidedOn, today, "reachedOn");
        milestone!.Reach(on, note);
    }

    /// <exception cref="RefusedException">With every missing part at once.</exception>
    public void SubmitFinalReport(FinalReportDraft draft, DateOnly today)
    {
        DemandAgreement();
        Refuse.When(FinalReport is not null, new ProjectReportSubmitted(FinalReport?.SubmittedOn ?? default));
        Refuse.WhenAny(draft.Faults());
        Refuse.When(draft.Spent > TotalGranted, new ProjectSpentAboveGrant(draft.Spent!.Value, TotalGranted) { Path = ["report", "spent"] });
        (FinalReport, ReportReturnReason) = (new(draft.Summary!.Trim(), draft.Results!.Trim(), draft.Lessons!.Trim(), draft.Spent!.Value, today), null);
    }

    /// <summary>Sends the report back; the lead hands in a new one.</summary>
    public void ReturnFinalReport(string reason)
    {
        DemandReportUndecided();
        Refuse.When(string.IsNullOrWhiteSpace(reason), new ProjectReasonMissing { Path = ["reason"] });
        (FinalReport, ReportReturnReason) = (null, reason.Trim());
    }

    public void DecideFuture(ProjectFuture future, string reasons, DateOnly decidedOn, DateOnly today)
    {
        DemandReportUndecided();
        DecideOn(future, reasons, decidedOn, FinalReport!.SubmittedOn, today);
    }

    /// <returns>What was granted and never paid out: it goes back to the fund.</returns>
    public Money Close(DateOnly today)
    {
        DemandNothingRequested();
        Refuse.When(Future is null, new ProjectFutureUndecided());
        ClosedOn = today;
        return TotalGranted - TotalPaid;
    }

    /// <summary>Ends the project before its time, or before it has begun (avbryts): no agreement came about, or it cannot go on.</summary>
    /// <returns>What was reserved or granted and never paid out: it goes back to the fund.</returns>
    public Money CallOff(string reasons, DateOnly decidedOn, DateOnly today)
    {
        DemandNothingRequested();
        Refuse.When(Future is not null, new ProjectFutureDecided(Future ?? default));
        DecideOn(ProjectFuture.Stop, reasons, decidedOn, DecidedOn, today);
        (ClosedOn, IsCalledOff) = (today, true);
        return TotalGranted - TotalPaid;
    }

    public void AssignEvaluator(long personId)
    {
        DemandNotCalledOff();
        DemandIndependent(personId, LeadId);
        EvaluatorId = personId;
    }

    /// <exception cref="RefusedException"><see cref="ProjectClosed"/>.</exception>
    public void DemandOpen() => Refuse.When(ClosedOn is not null, new ProjectClosed(ClosedOn ?? default));

    /// <summary>Effects come after the project has ended, and so do savings: it is measured, judged against its background and settled also long after it is closed.</summary>
    /// <exception cref="RefusedException"><see cref="ProjectClosed"/>.</exception>
    public void DemandNotCalledOff() => Refuse.When(IsCalledOff, new ProjectClosed(ClosedOn ?? default));

    /// <summary>Money comes back also long after the project is closed, but never before there is an agreement.</summary>
    /// <exception cref="RefusedException"><see cref="ProjectAgreementMissing"/>.</exception>
    public void DemandSigned() => Refuse.When(AgreementSignedOn is null, new ProjectAgreementMissing());

    private void DemandAgreement()
    {
        DemandOpen();
        DemandSigned();
    }

    private void DecideOn(ProjectFuture future, string reasons, DateOnly decidedOn, DateOnly notBefore, DateOnly today)
    {
        Refuse.When(reasons.IsBlank(), new ProjectReasonMissing { Path = ["reasons"] });
        DemandDay(decidedOn, notBefore, today, "decidedOn");
        (Future, FutureReasons, FutureDecidedOn) = (future, reasons.Trim(), decidedOn);
    }

    private static void DemandDay(DateOnly day, DateOnly notBefore, DateOnly today, string field)
    {
        Refuse.When(day > today, new ProjectDayInFuture(day) { Path = [field] });
        Refuse.When(day < notBefore, new ProjectDayTooEarly(day, notBefore) { Path = [field] });
    }

    private void DemandNothingRequested()
    {
        DemandOpen();
        var open = _disbursements.Where(d => d.State == DisbursementState.Requested).Select(d => d.Number).ToList();
        Refuse.When(open.Count > 0, new ProjectRequestOpen(open));
    }

    private void DemandReportUndecided()
    {
        DemandOpen();
        Refuse.When(FinalReport is null, new ProjectReportMissing());
        Refuse.When(Future is not null, new ProjectFutureDecided(Future ?? default));
    }

    private static void DemandIndependent(long? evaluatorId, long leadId) =>
        Refuse.When(evaluatorId == leadId, new ProjectEvaluatorIsLead { Path = ["personId"] });

    private Money GrantedFor(int year) => Granted.FirstOrDefault(g => g.Year == year)?.Amount ?? Money.Zero;

    private Disbursement Request(int number)
    {
        var request = _disbursements.Find(d => d.Number == number);
        Refuse.When(request is null, new ProjectRequestUnknown(number) { Path = ["number"] });
        return request!;
    }
}
