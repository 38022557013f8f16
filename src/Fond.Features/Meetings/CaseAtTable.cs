using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Workflows;
using Fond.Features.Decisions;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Does in a case what a body has settled about it: by the same desk as a decision that is recorded without a meeting.</summary>
internal sealed class CaseAtTable(DecisionDesk desk, Granting granting, IdeaAtTable ideas, BodyOffice office, WorkflowRunner workflows, CaseFactReader people, Notifier notifier, AuditTrail trail, FondDb db)
{
    public async Task CarryOutAsync(SettleAgendaItemInput input, Meeting meeting, AgendaItem item, Body body, CancellationToken ct)
    {
        if (item.Outcome == ItemOutcome.Opinion) await TellOpinionAsync(item, body, ct);
        if (item.Outcome is ItemOutcome.Noted or ItemOutcome.Dropped or ItemOutcome.Opinion) return;
        if (!body.Kind.MayDecide())
        {
            await AdviseAsync(item, body, ct);
            return;
        }

        if (await ideas.InReviewAsync(item, ct) is { } idea)
        {
            if (!await ideas.SettleAsync(input, item, body, idea, ct)) await TellBackAsync(item, idea, Back(idea), ct);
            return;
        }

        var (application, fund, asBoard) = await FindAsync(item, body, ct);
        if (item.Outcome!.Value.Decides()) await DecideAsync(input, meeting, item, body, application, fund, asBoard, ct);
        else if (item.Outcome == ItemOutcome.Referred) await ReferAsync(input, meeting, item, body, application, fund, asBoard, ct);
        else await PutOffAsync(item, application, asBoard, ct);
    }

    /// <summary>It reaches the case with the extract of the approved minutes; those who prepare it are told at once that there is one.</summary>
    private async Task TellOpinionAsync(AgendaItem item, Body body, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == item.ApplicationId, ct);
        await notifier.TellAsync($"agendaItem:{item.Id}:opinion", await people.PeopleAsync(application, Role.CaseOfficer, ct), application.Id,
            new($"{body.Name} har yttrat sig över {application.CaseNumber}", $"{body.Name} has given its opinion on {application.CaseNumber}"),
            new($"Yttrandet står i § {item.Paragraph}. Det kommer till ärendet när protokollet är justerat.", $"The opinion stands in § {item.Paragraph}. It comes to the case when the minutes have been approved."), ct);
    }

    /// <summary>
    /// An advising body may put the matter off at its own table, say what it misses, or hand it to a body that it prepares for: the case goes on, and those whose turn it is are told.
    /// </summary>
    private async Task AdviseAsync(AgendaItem item, Body body, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == item.ApplicationId, ct);
        await TellBackAsync(item, application, Advice(body, application), ct);
        if (item.ReferredToId is { } next) await HandOnAsync(item, body, await db.Set<Body>().SingleAsync(b => b.Id == next, ct), application, [], ct);
    }

    /// <param name="others">Those who are to know beside the office of the next body.</param>
    private async Task HandOnAsync(AgendaItem item, Body body, Body next, Application application, IEnumerable<long> others, CancellationToken ct) =>
        await notifier.TellAsync($"agendaItem:{item.Id}:on", [.. (await office.OfAsync(next, ct)).Union(others).Except(await db.ConflictedInAsync(application.Id, ct))], application.Id,
            new($"{body.Name} överlämnar {application.CaseNumber}", $"{body.Name} hands on {application.CaseNumber}"),
            new($"§ {item.Paragraph}. Ärendet är berett och överlämnas till {next.Name}.", $"§ {item.Paragraph}. The case has been prepared and is handed to {next.Name}."), ct);

    private async Task<(Application Application, Fund Fund, bool AsBoard)> FindAsync(AgendaItem item, Body body, CancellationToken ct)
    {
        var asBoard = await desk.IsBoardOfAsync(item.ApplicationId!.Value, body.Id, ct);
        Refuse.When(!asBoard && !await db.Set<Application>().Where(a => a.Id == item.ApplicationId).Join(db.Set<Fund>(), a => a.FundId, f => f.Id, (a, f) => f).AnyAsync(f => f.DecidingBodyId == body.Id, ct),
            new MeetingCaseNotOurs { Path = ["itemId"] });
        var (application, fund) = await desk.CaseAtTableAsync(item.ApplicationId.Value, asBoard ? Phase.ReferredToBoard : Phase.Preparing, ct);
        return (application, fund, asBoard);
    }

    private async Task DecideAsync(SettleAgendaItemInput input, Meeting meeting, AgendaItem item, Body body, Application application, Fund fund, bool asBoard, CancellationToken ct)
    {
        Refuse.When(input.Conditions.Count > 0 ? !TakesConditions(item) : item.Outcome == ItemOutcome.ApprovedWithConditions, new MeetingConditionsUnfit { Path = ["conditions"] });
        var decision = await desk.RecordAsync(Draft(input, meeting, item, application), application, fund, body.Id, asBoard ? Decision.ByBoard : Decision.ByBody, ct);
        await granting.CarryOutAsync(decision, application, fund, ct);
        await workflows.FireForBodyAsync(Workflow.FundingDecision, application, (asBoard, decision.Grants) switch
        {
            (true, true) => "boardGrant",
            (true, false) => "boardReject",
            (false, true) => "decideGrant",
            (false, false) => "decideReject",
        }, ct);
        await LinkAsync(meeting, item, decision, ct);
    }

    private static bool TakesConditions(AgendaItem item) => item.Outcome is ItemOutcome.ApprovedWithConditions or ItemOutcome.ApprovedInPart;

    private async Task ReferAsync(SettleAgendaItemInput input, Meeting meeting, AgendaItem item, Body body, Application application, Fund fund, bool asBoard, CancellationToken ct)
    {
        var next = await db.Set<Body>().SingleAsync(b => b.Id == item.ReferredToId, ct);
        Refuse.When(asBoard ? body.Kind != BodyKind.ExecutiveBoard || next.Kind != BodyKind.CouncilAssembly || next.Id != body.ParentId : next.Id != fund.BoardBodyId, new MeetingReferralBesideBoards { Path = ["referredToId"] });
        var proposal = await desk.RecordAsync(Draft(input, meeting, item, application), application, fund, body.Id, Decision.ProposalToBoard, ct);
        if (asBoard) await HandOnAsync(item, body, next, application, await people.PeopleAsync(application, Role.BoardRegistrar, ct), ct); // whose work item for the case stays
        else await workflows.FireForBodyAsync(Workflow.FundingDecision, application, "refer", ct);
        await LinkAsync(meeting, item, proposal, ct);
    }

    /// <summary>What is tabled waits where it is; what is referred back goes to those who prepare it, from the board too, and they are told what is wanted. Where an older definition knows no such step, it waits.</summary>
    private async Task PutOffAsync(AgendaItem item, Application application, bool asBoard, CancellationToken ct)
    {
        var (isBack, note) = item.Outcome == ItemOutcome.ReferredBack ? (true, $"Återremiss: {item.Missing}") : (false, "Bordläggning");
        var moved = isBack && await workflows.OfferAsync(Workflow.FundingDecision, application, "referBack", ct, note);
        if (!moved && !asBoard) await workflows.FireForBodyAsync(Workflow.FundingDecision, application, "postpone", ct, note);
        await TellBackAsync(item, application, Back(application), ct);
    }

    private static Text Back(Application application) => new($"{application.CaseNumber} är återremitterat", $"{application.CaseNumber} has been referred back");

    /// <summary>Of a body that may not decide: the case is not sent back, it goes on.</summary>
    private static Text Advice(Body body, Application application) =>
        new($"{body.Name} anser att {application.CaseNumber} bör kompletteras", $"{body.Name} is of the opinion that {application.CaseNumber} should be supplemented");

    /// <summary>What is missing was put right in the minutes.</summary>
    /// <param name="correction">The how manieth of the minutes it is.</param>
    public async Task TellBackAnewAsync(AgendaItem item, Body body, int correction, CancellationToken ct)
    {
        if (item.ApplicationId is not { } about) return;
        var application = await db.Set<Application>().SingleAsync(a => a.Id == about, ct);
        await TellBackAsync(item, application, body.Kind.MayDecide() ? Back(application) : Advice(body, application), ct, $":{correction}");
    }

    private async Task TellBackAsync(AgendaItem item, Application application, Text subject, CancellationToken ct, string anew = "")
    {
        if (item.Outcome != ItemOutcome.ReferredBack) return;
        var preparing = (await people.PeopleAsync(application, Role.CaseOfficer, ct)).Append(application.LeadId).ToHashSet();
        await notifier.TellAsync($"agendaItem:{item.Id}:back{anew}", preparing, application.Id, subject,
            new($"§ {item.Paragraph}. Detta saknas: {item.Missing}", $"§ {item.Paragraph}. This is missing: {item.Missing}"), ct);
    }

    private static DecisionDraft Draft(SettleAgendaItemInput input, Meeting meeting, AgendaItem item, Application application)
    {
        var asked = application.Content.AskedByYear();
        var whole = input.Amounts.Count == 0 && item.Outcome is (ItemOutcome.Approved or ItemOutcome.ApprovedWithConditions);
        var amounts = whole ? asked : input.Amounts;
        return new(CaseRuling.Of(item.Outcome!.Value, amounts, asked), amounts, input.Conditions, item.Ruling, $"§ {item.Paragraph}", meeting.HeldOn, item.PresentIds);
    }

    private async Task LinkAsync(Meeting meeting, AgendaItem item, Decision decision, CancellationToken ct)
    {
        await trail.SaveAsync(ct); // the item points at it by its key
        meeting.LinkDecision(item.Id, decision.Id);
    }
}

public sealed record MeetingConditionsUnfit() : Refusal("MEETING_CONDITIONS_UNFIT", new(
    "Villkor måste anges när ansökan bifalls med villkor, kan anges när den bifalls delvis, och annars inte.", "Conditions must be given when the application is approved with conditions, can be when it is approved in part, and not otherwise."));

public sealed record MeetingReferralBesideBoards() : Refusal("MEETING_REFERRAL_BESIDE_BOARDS", new(
    "En ansökan lämnas över av fondens beslutande organ till fondens styrelse, och av en styrelse till fullmäktige som den är underställd. Fullmäktige lämnar den inte vidare.",
    "An application is handed on by the fund's deciding body to the fund's board, and by a board to the assembly that it is placed under. The assembly hands it on to nobody."));
