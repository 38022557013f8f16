using Fond.Domain.Common;
using Stateless;

namespace Fond.Domain.Consultations;

/// <summary>A consultation as it is prepared. What it is about: a fund, a programme or an application.</summary>
/// <param name="LastDay">The last day for answers, included.</param>
public sealed record ConsultationDraft(
    long? FundId, long? ProgrammeId, long? ApplicationId, string Title, string CaseNumber, string Letter,
    IReadOnlyList<string> Questions, IReadOnlyList<long> BodyIds, DateOnly LastDay)
{
    /// <summary>Days after the last day in which late statements are still taken.</summary>
    public int LateDays { get; init; } = 14;

    /// <summary>Days before the last day on which those who have not answered are reminded; zero: never.</summary>
    public int RemindDays { get; init; } = 7;

    /// <summary>What the public is asked; none: it is not asked.</summary>
    public IReadOnlyList<string> PublicQuestions { get; init; } = [];

    /// <summary>What is sent to be read.</summary>
    public IReadOnlyList<EnclosureDraft> Enclosures { get; init; } = [];

    /// <summary>Official addresses to which bodies are sent a link of their own, by body.</summary>
    public IReadOnlyDictionary<long, string> Addresses { get; init; } = new Dictionary<long, string>();
}

/// <summary>Asks referral bodies for their statements before a last day (remiss).</summary>
public sealed partial class Consultation : Aggregate
{
    private readonly List<ReferralRequest> _requests = [];
    private readonly List<Enclosure> _enclosures = [];

    private Consultation() { }

    public Consultation(ConsultationDraft draft)
    {
        Refuse.WhenAny(ConsultationRules.DraftFaults(draft));
        Set(draft);
    }

    public long? FundId { get; private set; }

    public long? ProgrammeId { get; private set; }

    public long? ApplicationId { get; private set; }

    public string Title { get; private set; } = "";

    public string CaseNumber { get; private set; } = "";

    public string Letter { get; private set; } = "";

    public IReadOnlyList<string> Questions { get; private set; } = [];

    /// <summary>What the public is asked.</summary>
    public IReadOnlyList<string> PublicQuestions { get; private set; } = [];

    /// <summary>Whether the public is asked too.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>The last day for answers, to its end in Sweden.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>Days after a body's last day in which its statement is still taken, marked as late.</summary>
    public int LateDays { get; private set; }

    /// <summary>Days before a body's last day on which it is reminded; zero: never.</summary>
    public int RemindDays { get; private set; }

    public ConsultationState State { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When all had answered, or the last day was over.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>More time that was given, oldest first.</summary>
    public IReadOnlyList<Extension> Extensions { get; private set; } = [];

    public IReadOnlyList<ReferralRequest> Requests => _requests;

    /// <summary>What was sent to be read.</summary>
    public IReadOnlyList<Enclosure> Enclosures => _enclosures;

    /// <summary>Whoever is asked reads what was sent while it can be answered, and no longer.</summary>
    public bool ShowsEnclosures => State == ConsultationState.Sent;

    /// <summary>Rewrites a draft; what has been sent stays as it was sent.</summary>
    public void Change(ConsultationDraft draft)
    {
        var life = Permitted(ConsultationTrigger.Change);
        Refuse.WhenAny(ConsultationRules.DraftFaults(draft));
        Set(draft);
        life.Fire(ConsultationTrigger.Change);
    }

    /// <param name="today">The day in Sweden.</param>
    /// <param name="isOfOtherCase">Whether its number is that of an application's case in its municipality that it is not about.</param>
    /// <param name="isOfClosedMatter">Whether its number is that of a matter that has been closed.</param>
    /// <param name="enclosures">What is sent to be read, as it stands now: it may have been marked since the draft.</param>
    public void Send(DateTimeOffset now, DateOnly today, bool isOfOtherCase = false, bool isOfClosedMatter = false, IReadOnlyList<EnclosureDraft>? enclosures = null)
    {
        var life = Permitted(ConsultationTrigger.Send);
        Refuse.WhenAny(ConsultationRules.SendingFaults(this, today, isOfOtherCase, isOfClosedMatter).Concat(EnclosureDraft.Faults(enclosures ?? []).Select(fault => fault with { Path = [] })));
        SentAt = now;
        life.Fire(ConsultationTrigger.Send);
    }

    /// <summary>Takes in a body's statement; one that comes after the last day is kept too, and marked late, for as long as late ones are taken.</summary>
    /// <param name="givenById">Null: somebody who came by the body's own link.</param>
    /// <param name="today">The day in Sweden.</param>
    public ReferralRequest Answer(long bodyId, StatementDraft statement, long? givenById, DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(ConsultationTrigger.Answer);
        var request = Unanswered(bodyId);
        var due = LastDayOf(request);
        Refuse.When(today > due.AddDays(LateDays), new ConsultationTooLate(due.AddDays(LateDays)));
        Refuse.WhenAny(ConsultationRules.AnswerFaults(statement, Questions));
        request.Receive(new Statement(
            statement.Stance, [.. Questions.Select((_, i) => statement.Answers.ElementAtOrDefault(i)?.Trim() ?? "")], statement.Text.Trim(), now, today, givenById, due));
        life.Fire(ConsultationTrigger.Answer);
        return request;
    }

    /// <summary>Ends it: when all have answered, or the last day has passed.</summary>
    /// <param name="today">The day in Sweden.</param>
    public void Close(DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(ConsultationTrigger.Close);
        var waiting = StillWaiting(today).ToList();
        if (waiting.Count > 0) throw new RefusedException(new ConsultationStillOpen(waiting.Count, waiting.Max(LastDayOf)));
        ClosedAt = now;
        life.Fire(ConsultationTrigger.Close);
    }

    /// <summary>Takes back what has been sent; what came in stays on record.</summary>
    public void Withdraw(string reason, DateTimeOffset now)
    {
        var life = Permitted(ConsultationTrigger.Withdraw);
        Refuse.When(reason.IsBlank(), new ConsultationReasonMissing { Path = ["reason"] });
        (WithdrawnAt, WithdrawnBecause) = (now, reason.Trim());
        life.Fire(ConsultationTrigger.Withdraw);
    }

    /// <summary>
    /// Whether somebody may read a body's statement: their own body's at once; others' not before theirs has answered or the consultation has closed,
    /// so that each speaks for itself.
    /// </summary>
    /// <param name="seats">The bodies that the reader sits in.</param>
    public bool Shows(ReferralRequest request, IReadOnlySet<long> seats) => seats.Contains(request.BodyId) || ShowsAll(seats);

    /// <summary>Whether somebody may read every statement.</summary>
    public bool ShowsAll(IReadOnlySet<long> seats) =>
        State == ConsultationState.Closed || _requests.TrueForAll(r => r.Statement is not null || !seats.Contains(r.BodyId));

    /// <summary>A body's last day: its own where it was given more time.</summary>
    public DateOnly LastDayOf(ReferralRequest request) => request.ExtendedTo ?? LastDay;

    public RequestStatus StatusOf(ReferralRequest request, DateOnly today) => request.StatusOn(today, LastDayOf(request));

    /// <summary>Comments of the public are taken to the end of the last day, and not later.</summary>
    public bool IsOpenToPublic(DateOnly today) => IsPublic && State == ConsultationState.Sent && today <= LastDay;

    /// <summary>What a body has yet to answer.</summary>
    /// <exception cref="RefusedException">When it cannot answer now.</exception>
    public ReferralRequest Open(long bodyId)
    {
        Permitted(ConsultationTrigger.Answer);
        return Unanswered(bodyId);
    }

    private IEnumerable<ReferralRequest> StillWaiting(DateOnly today) => _requests.Where(r => StatusOf(r, today) == RequestStatus.Waiting);

    private ReferralRequest Unanswered(long bodyId)
    {
        var request = _requests.Find(r => r.BodyId == bodyId) ?? throw new RefusedException(new ConsultationBodyNotAsked { Path = ["bodyId"] });
        Refuse.When(request.Statement is not null, new ConsultationAlreadyAnswered());
        return request;
    }

    private void Set(ConsultationDraft draft)
    {
        FundId = draft.FundId;
        ProgrammeId = draft.ProgrammeId;
        ApplicationId = draft.ApplicationId;
        Title = draft.Title.Trim();
        CaseNumber = draft.CaseNumber.Trim();
        Letter = draft.Letter.Trim();
        Questions = [.. draft.Questions.Select(q => q.Trim())];
        (LastDay, LateDays, RemindDays) = (draft.LastDay, draft.LateDays, draft.RemindDays);
        PublicQuestions = [.. draft.PublicQuestions.Select(q => q.Trim())];
        IsPublic = PublicQuestions.Count > 0;
        _requests.RemoveAll(r => !draft.BodyIds.Contains(r.BodyId));
        _requests.AddRange(draft.BodyIds.Where(id => !_requests.Exists(r => r.BodyId == id)).Select(id => new ReferralRequest(id)).ToList());
        _enclosures.RemoveAll(e => !draft.Enclosures.Any(d => e.Is(d.Entry)));
        _enclosures.AddRange(draft.Enclosures.Where(d => !_enclosures.Exists(e => e.Is(d.Entry))).Select(d => new Enclosure(d.Entry)).ToList());
        foreach (var request in _requests) request.SendTo(draft.Addresses.GetValueOrDefault(request.BodyId));
    }

    private StateMachine<ConsultationState, ConsultationTrigger> Permitted(ConsultationTrigger trigger)
    {
        var life = ConsultationLife.For(() => State, s => State = s);
        Refuse.When(!life.CanFire(trigger), new ConsultationWrongState(State));
        return life;
    }
}
