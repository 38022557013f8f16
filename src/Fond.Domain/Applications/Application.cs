using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Workflows;

namespace Fond.Domain.Applications;

/// <summary>An application to a call, and the case that it becomes. Its phase follows the workflow <c>application</c>.</summary>
public sealed partial class Application : Aggregate
{
    private readonly List<ApplicationGoal> _serves = [];

    private Application() { }

    /// <exception cref="RefusedException">When the call has closed.</exception>
    public Application(Call call, long leadId, string organisation, string title, DateTimeOffset now)
    {
        call.DemandNotClosed(now);
        Refuse.When(title.IsBlankOrLongerThan(LongestTitle), new ApplicationFieldInvalid { Path = ["title"] });
        (CallId, FundId, LeadId, Organisation, Title) = (call.Id, call.FundId, leadId, organisation, title.Trim());
    }

    public const int LongestTitle = 200;

    public long FundId { get; private set; }

    public long CallId { get; private set; }

    /// <summary>The project lead, who writes in it and lets others in.</summary>
    public long LeadId { get; private set; }

    /// <summary>The applying board, administration or body.</summary>
    public string Organisation { get; private set; } = "";

    /// <summary>The registry's number; given at the first submission and never changed.</summary>
    public string? CaseNumber { get; private set; }

    public string Title { get; private set; } = "";

    public Phase Phase { get; private set; } = Phase.Draft;

    public ApplicationContent Content { get; private set; } = ApplicationContent.Empty;

    /// <summary>What is asked of the fund, over all years.</summary>
    public Money Asked { get; private set; }

    public bool ConcernsChildren { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Until when a supplement may come in; its last day ends at midnight in Stockholm.</summary>
    public DateOnly? SupplementLastDay { get; private set; }

    /// <summary>What is to be supplemented.</summary>
    public string? SupplementRequest { get; private set; }

    /// <summary>Why the application was dismissed.</summary>
    public string? DismissalReason { get; private set; }

    /// <summary>The last frozen version; 0 before the first submission.</summary>
    public int CurrentVersionNumber { get; private set; }

    /// <summary>The programme goals that the project serves.</summary>
    public IReadOnlyList<ApplicationGoal> Serves => _serves;

    /// <summary>A supplement, or the application that follows on an idea, as far as it is written; null otherwise. Nobody but those who write it see, and nothing rests on, what has not been handed in.</summary>
    public Revision? Revision { get; private set; }

    /// <summary>For the workflow alone: what it has moved to. A supplement that was not handed in is dropped.</summary>
    public void EnterPhase(Phase phase)
    {
        (Phase, Revision) = (phase, null);
        if (phase != Phase.Draft) DropInvitations();
    }

    /// <summary>Saves what there is of a draft or a supplement. Only what can never be is refused.</summary>
    /// <param name="title">Null: unchanged.</param>
    /// <param name="pieces">A piece that is null stays as it is.</param>
    /// <param name="goalIds">The goals served, all of them; null: unchanged.</param>
    public void Save(string? title, ApplicationContent? pieces, IReadOnlyCollection<long>? goalIds, long by)
    {
        WriteAs(by);
        var content = pieces is null ? Current.Content : Current.Content.With(pieces);
        Refuse.WhenAny(ContentRules.Inconsistent(content));
        Refuse.When(title is not null && title.IsBlankOrLongerThan(LongestTitle), new ApplicationFieldInvalid { Path = ["title"] });
        DemandCountable(content);
        var written = new Revision(title?.Trim() ?? Current.Title, content, goalIds is null ? Current.GoalIds : [.. goalIds.Distinct()]);
        if (CurrentVersionNumber == 0) TakeOver(written);
        else Revision = written;
    }

    /// <summary>Hands the draft in and freezes it as the next version. After an approved idea, which was in time, the call may have closed.</summary>
    /// <param name="caseNumber">Taken from the series only when nothing is refused, and once.</param>
    /// <param name="further">Faults that lie outside the content.</param>
    /// <exception cref="RefusedException">Late, or with every fault at once.</exception>
    public ApplicationVersion Submit(Call call, FundLimits limits, Func<string> caseNumber, long by, DateTimeOffset now, params IEnumerable<Refusal> further)
    {
        Refuse.When(Phase != Phase.Draft, new ApplicationNotEditable(Phase));
        if (IdeaDecision is null) call.DemandOpen(now);
        Refuse.WhenAny([.. ContentRules.Faults(Current, Organisation, limits), .. further]);
        TakeOver(Current);
        (CaseNumber, SubmittedAt, Revision) = (CaseNumber ?? caseNumber(), SubmittedAt ?? now, null);
        return Freeze(by, now);
    }

    /// <summary>At the formal check, or before the decision, for what a body misses.</summary>
    /// <param name="lastDay">Today or later, and at most a year ahead.</param>
    public void RequestSupplement(string request, DateOnly lastDay, DateOnly today)
    {
        Refuse.When(Phase is not (Phase.FormalCheck or Phase.AwaitingDecision), new ApplicationSupplementNotNow());
        Refuse.When(string.IsNullOrWhiteSpace(request), new ApplicationFieldInvalid { Path = ["request"] });
        Refuse.When(lastDay < today, new ApplicationSupplementDayPassed(lastDay) { Path = ["lastDay"] });
        DemandNear(lastDay, today);
        (SupplementRequest, SupplementLastDay) = (request.Trim(), lastDay);
    }

    /// <summary>Moves the last day of the supplement that is asked for, later or earlier.</summary>
    /// <param name="lastDay">Tomorrow or later, so that nobody is told of a day that is all but over; at most a year ahead.</param>
    public void MoveSupplementDay(DateOnly lastDay, DateOnly today)
    {
        Refuse.When(Phase != Phase.Supplement, new ApplicationSupplementNotAsked());
        Refuse.When(lastDay <= today, new ApplicationSupplementDayTooSoon(today.AddDays(1)) { Path = ["lastDay"] });
        DemandNear(lastDay, today);
        Refuse.When(lastDay == SupplementLastDay, new ApplicationSupplementDayUnmoved { Path = ["lastDay"] });
        SupplementLastDay = lastDay;
    }

    private static void DemandNear(DateOnly lastDay, DateOnly today) =>
        Refuse.When(lastDay > today.AddYears(1), new ApplicationSupplementDayTooFar(today.AddYears(1)) { Path = ["lastDay"] });

    /// <summary>Hands the supplement in and freezes it as the next version; the earlier ones stay readable.</summary>
    public ApplicationVersion Supplement(FundLimits limits, long by, DateTimeOffset now)
    {
        Refuse.When(Phase != Phase.Supplement, new ApplicationNotEditable(Phase));
        Refuse.When(SupplementLastDay is { } day && now >= MunicipalTime.EndOfDay(day), new ApplicationSupplementLate(SupplementLastDay ?? default));
        Refuse.WhenAny(ContentRules.Faults(Current, Organisation, limits));
        TakeOver(Current);
        Revision = null;
        return Freeze(by, now);
    }

    /// <summary>Ends the case at the formal check (avvisning).</summary>
    public void Dismiss(string reason)
    {
        Refuse.When(Phase != Phase.FormalCheck, new ApplicationNotInFormalCheck(Phase));
        Refuse.When(string.IsNullOrWhiteSpace(reason), new ApplicationFieldInvalid { Path = ["reason"] });
        DismissalReason = reason.Trim();
    }

    /// <exception cref="RefusedException">Outside idea, draft and supplement.</exception>
    public void DemandEditable() => Refuse.When(Phase is not (Phase.Idea or Phase.Draft or Phase.Supplement), new ApplicationNotEditable(Phase));

    private ApplicationVersion Freeze(long by, DateTimeOffset now) => new(this, ++CurrentVersionNumber, by, now);

    /// <summary>Whether it, or the idea that it began with, has been handed in.</summary>
    public bool HasComeIn => CaseNumber is not null || Phase is not (Phase.Idea or Phase.Draft);

    /// <summary>Whether nothing more is decided in it.</summary>
    public bool IsOver => Phase is Phase.IdeaDeclined or Phase.Rejected or Phase.Dismissed or Phase.Withdrawn or Phase.Closed;

    /// <summary>What those who write see and go on with.</summary>
    public Revision Current => Revision ?? HandedIn;

    /// <summary>What others see; of a draft that never was handed in, the draft.</summary>
    public Revision HandedIn => new(Title, Content, [.. _serves.OrderBy(s => s.Id).Select(s => s.GoalId)]);

    private void TakeOver(Revision written)
    {
        (Title, Content, Asked, ConcernsChildren) = (written.Title, written.Content, written.Content.Asked(), written.Content.ChildImpact?.ConcernsChildren == true);
        _serves.RemoveAll(s => !written.GoalIds.Contains(s.GoalId));
        _serves.AddRange(written.GoalIds.Except(_serves.Select(s => s.GoalId)).Select(id => new ApplicationGoal(id)));
    }

    private static void DemandCountable(ApplicationContent content)
    {
        try
        {
            var cost = content.Asked() + (content.Budget ?? []).Sum(line => line.CoFinancing);
            if (cost.Ore <= Money.MaxOre) return;
        }
        catch (OverflowException) { }

        throw new RefusedException(new ApplicationFieldInvalid { Path = ["content", "budget"] });
    }
}

/// <summary>That a project serves a programme goal.</summary>
public sealed class ApplicationGoal : Entity
{
    private ApplicationGoal() { }

    internal ApplicationGoal(long goalId) => GoalId = goalId;

    public long GoalId { get; private set; }
}

/// <summary>An application as far as it is written.</summary>
/// <param name="GoalIds">The programme goals served.</param>
public sealed record Revision(string Title, ApplicationContent Content, IReadOnlyList<long> GoalIds)
{
    /// <summary>Over the title, a line break and the content's JSON as it is kept.</summary>
    public string TextSha256() => ContentJson.Sha256(Title, Content);
}

/// <summary>An application as it was handed in. Never changed.</summary>
public sealed class ApplicationVersion : Aggregate
{
    private ApplicationVersion() { }

    internal ApplicationVersion(Application application, int number, long by, DateTimeOffset at)
    {
        (ApplicationId, Number, SubmittedById, SubmittedAt) = (application.Id, number, by, at);
        (Title, Content, GoalIds) = (application.Title, application.Content, [.. application.Serves.Select(s => s.GoalId).Order()]);
        Sha256 = ContentJson.Sha256(Content);
    }

    public long ApplicationId { get; private set; }

    /// <summary>1 at submission, one more with every supplement.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public ApplicationContent Content { get; private set; } = ApplicationContent.Empty;

    /// <summary>The programme goals that the project said it serves.</summary>
    public IReadOnlyList<long> GoalIds { get; private set; } = [];

    /// <summary>Over the content's JSON as it is kept.</summary>
    public string Sha256 { get; private set; } = "";

    public long SubmittedById { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }
}
