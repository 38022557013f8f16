using Fond.Domain.Common;
using Stateless;

namespace Fond.Domain.Consultations;

/// <summary>A consultation as it is prepared. What it is about: a fund, a programme or an application.</summary>
/// <param name="LastDay">The last day for answers, included.</param>
public sealed record ConsultationDraft(
    long? FundId, long? ProgrammeId, long? ApplicationId, string Title, string CaseNumber, string Letter,
    IReadOnlyList<string> Questions, IReadOnlyList<long> BodyIds, DateOnly LastDay);

/// <summary>Asks referral bodies for their statements before a last day (remiss).</summary>
public sealed class Consultation : Aggregate
{
    private readonly List<ReferralRequest> _requests = [];

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

    /// <summary>The last day for answers, to its end in Sweden.</summary>
    public DateOnly LastDay { get; private set; }

    public ConsultationState State { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public IReadOnlyList<ReferralRequest> Requests => _requests;

    /// <summary>Rewrites a draft; what has been sent stays as it was sent.</summary>
    public void Change(ConsultationDraft draft)
    {
        var life = Permitted(ConsultationTrigger.Change);
        Refuse.WhenAny(ConsultationRules.DraftFaults(draft));
        Set(draft);
        life.Fire(ConsultationTrigger.Change);
    }

    /// <param name="today">The day in Sweden.</param>
    public void Send(DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(ConsultationTrigger.Send);
        Refuse.WhenAny(ConsultationRules.SendingFaults(this, today));
        SentAt = now;
        life.Fire(ConsultationTrigger.Send);
    }

    /// <summary>Takes in a body's statement; one that comes after the last day is kept too, and marked late.</summary>
    /// <param name="today">The day in Sweden.</param>
    public ReferralRequest Answer(long bodyId, StatementDraft statement, long givenById, DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(ConsultationTrigger.Answer);
        var request = _requests.Find(r => r.BodyId == bodyId) ?? throw new RefusedException(new ConsultationBodyNotAsked { Path = ["bodyId"] });
        Refuse.When(request.Statement is not null, new ConsultationAlreadyAnswered());
        Refuse.WhenAny(ConsultationRules.AnswerFaults(statement.Answers, Questions));
        request.Receive(new Statement(
            statement.Stance, [.. statement.Answers.Select(a => a.Trim())], statement.Text.Trim(), now, today, givenById));
        life.Fire(ConsultationTrigger.Answer);
        return request;
    }

    /// <summary>Ends it: when all have answered, or the last day has passed.</summary>
    /// <param name="today">The day in Sweden.</param>
    public void Close(DateTimeOffset now, DateOnly today)
    {
        var life = Permitted(ConsultationTrigger.Close);
        var waiting = _requests.Count(r => r.StatusOn(today, LastDay) == RequestStatus.Waiting);
        Refuse.When(waiting > 0, new ConsultationStillOpen(waiting, LastDay));
        ClosedAt = now;
        life.Fire(ConsultationTrigger.Close);
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
        LastDay = draft.LastDay;
        _requests.RemoveAll(r => !draft.BodyIds.Contains(r.BodyId));
        _requests.AddRange(draft.BodyIds.Where(id => !_requests.Exists(r => r.BodyId == id)).Select(id => new ReferralRequest(id)).ToList());
    }

    private StateMachine<ConsultationState, ConsultationTrigger> Permitted(ConsultationTrigger trigger)
    {
        var life = ConsultationLife.For(() => State, s => State = s);
        Refuse.When(!life.CanFire(trigger), new ConsultationWrongState(State));
        return life;
    }
}
