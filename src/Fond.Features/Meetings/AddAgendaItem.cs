using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Decisions;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record AddAgendaItemInput : MeetingInput
{
    /// <summary>The case that it is about; left out: a matter of the body's own.</summary>
    [GraphQL.Id]
    public string? ApplicationId { get; init; }

    /// <summary>Left out: the number and title of the case.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is about (ärendet).</summary>
    public string Matter { get; init; } = "";

    /// <summary>What the body is asked to decide (förslag till beslut).</summary>
    public string Proposal { get; init; } = "";

    /// <summary>Attachments of the case that the members are to read.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> AttachmentIds { get; init; } = [];

    /// <summary>Entries of the case's registry that are laid before the meeting: named by number and kind in the call and in the minutes.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> DocumentIds { get; init; } = [];
}

internal sealed class AddAgendaItem(Finder finder, FondDb db, MeetingDesk desk, DecisionDesk decisions, WorkflowRunner workflows, ActorContext context) : IHandler<AddAgendaItemInput, Meeting>
{
    public async Task<Meeting> Handle(AddAgendaItemInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        var application = input.ApplicationId is { } id ? await FindAsync(id, body, ct) : null;
        if (application is not null) await DemandBelongsAsync(application, body, ct);
        var title = input.Title.IsBlank() && application is not null ? $"{application.CaseNumber} {application.Title}" : input.Title;
        meeting.AddItem(new(application?.Id, title, input.Matter, input.Proposal,
            await OfCaseAsync<Attachment>(input.AttachmentIds, "attachmentIds", a => a.ApplicationId == application?.Id, ct), await OfCaseAsync<CaseDocument>(input.DocumentIds, "documentIds", d => d.ApplicationId == application?.Id, ct)));
        return meeting;
    }

    /// <summary>Whoever keeps a body's papers by their seat need not see a case before it is on the agenda.</summary>
    private async Task<Application> FindAsync(string id, Body body, CancellationToken ct)
    {
        var key = GlobalId.Read<Application>(id);
        return await db.Set<Application>().SingleOrDefaultAsync(a => a.Id == key && a.CaseNumber != null, ct) is { } known && await IsTakenUpByAsync(known, body, ct)
            ? known : await finder.FindAsync<Application>(id, ct, "applicationId");
    }

    /// <summary>A deciding body takes up its own fund's cases, the fund's board what may come to it and has not been handed on, any other board or assembly what lies with it; an advising one the cases of its municipality.</summary>
    private async Task<bool> IsTakenUpByAsync(Application application, Body body, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == application.FundId, ct);
        if (!body.Kind.MayDecide()) return fund.Municipality == body.Municipality;
        if (fund.DecidingBodyId == body.Id) return true;
        var isReferred = await workflows.PhaseAsync(Workflow.FundingDecision, application.Id, ct) == Phase.ReferredToBoard;
        return (isReferred ? await decisions.BoardOfAsync(application.Id, ct) : fund.BoardBodyId) == body.Id;
    }

    /// <summary>Nor does anybody put a case before a body that they may take no part in.</summary>
    private async Task DemandBelongsAsync(Application application, Body body, CancellationToken ct)
    {
        Refuse.When((await desk.HeldOutAsync(application.Id, ct)).Contains(context.Actor.Id), application.LeadId == context.Actor.Id ? new CaseOwn() : new MeetingCaseConflicted { Path = ["applicationId"] });
        Refuse.When(application.CaseNumber is null, new MeetingCaseNotRegistered { Path = ["applicationId"] });
        Refuse.When(!await IsTakenUpByAsync(application, body, ct), new MeetingCaseNotOurs { Path = ["applicationId"] });
    }

    private async Task<List<long>> OfCaseAsync<T>(IReadOnlyList<string> ids, string field, Func<T, bool> belongs, CancellationToken ct) where T : Aggregate
    {
        var found = new List<long>();
        foreach (var (id, i) in ids.Select((id, i) => (id, i)))
        {
            string[] path = [field, i.ToString(CultureInfo.InvariantCulture)];
            var one = await finder.FindAsync<T>(id, ct, path);
            Refuse.When(!belongs(one), new NotFound(typeof(T).Name) { Path = path });
            found.Add(one.Id);
        }
        return found;
    }
}

public sealed record MeetingCaseNotOurs() : Refusal("MEETING_CASE_NOT_OURS", new(
    "Ansökan gäller en fond som organet inte har hand om, eller är inte överlämnad till det.", "The application concerns a fund that is not the body's, or has not been handed to it."));

public sealed record MeetingCaseConflicted() : Refusal("MEETING_CASE_CONFLICTED", new(
    "Du är jävig i ärendet. Någon annan måste ta upp det på föredragningslistan.", "You have a conflict of interest in the case. Somebody else must put it on the agenda."));

public sealed record MeetingCaseNotRegistered() : Refusal("MEETING_CASE_NOT_REGISTERED", new(
    "Ansökan är inte inlämnad.", "The application has not been handed in."));
