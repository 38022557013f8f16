using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What is to stand of a paragraph, as a whole: what is left out is gone.</summary>
internal sealed record CorrectedItemInput
{
    /// <summary>Which item of the meeting.</summary>
    [GraphQL.Id]
    public required string ItemId { get; init; }

    /// <summary>Left out: as it is. No other is taken, since it has been carried out.</summary>
    public ItemOutcome? Outcome { get; init; }

    /// <summary>What was decided, in words; where a case is decided, why.</summary>
    public string Ruling { get; init; } = "";

    /// <summary>What is wanted, where it was referred back.</summary>
    public string Missing { get; init; } = "";

    /// <summary>Where there was a vote.</summary>
    public VoteCountInput? Votes { get; init; }

    /// <summary>Members who dissent from the decision.</summary>
    public IReadOnlyList<RemarkInput> Dissents { get; init; } = [];

    /// <summary>Notes that those present want in the minutes.</summary>
    public IReadOnlyList<RemarkInput> Notes { get; init; } = [];

    internal ItemCorrection Draft() => new(GlobalId.KeyOf<AgendaItem>(ItemId), Outcome, Ruling, Missing, Votes?.Draft(),
        [.. Dissents.Select((d, i) => d.Draft("dissents", i))], [.. Notes.Select((n, i) => n.Draft("notes", i))]);
}

internal sealed record CorrectMinutesInput : MinutesInput
{
    /// <summary>Why; not told to everybody.</summary>
    public required string Reason { get; init; }

    /// <summary>A paragraph that is put right; left out: none by itself.</summary>
    public CorrectedItemInput? Item { get; init; }

    /// <summary>Everybody's attendance, anew; left out: it stays. Who took part in each paragraph follows it.</summary>
    public IReadOnlyList<AttendantInput>? Attendance { get; init; }
}

internal sealed class CorrectMinutes(Finder finder, FondDb db, MeetingDesk desk, ActorContext context, Clock clock, MinutesCourse course, CaseAtTable cases) : IHandler<CorrectMinutesInput, Minutes>
{
    public async Task<Minutes> Handle(CorrectMinutesInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        await desk.DemandOfficeAsync(body, ct);
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        var draft = new CorrectionDraft(input.Reason, input.Item?.Draft(), input.Attendance is { } list ? [.. list.Select((a, i) => a.Draft(i))] : null);
        await desk.DemandImpartialAsync(meeting.Items.FirstOrDefault(i => i.Id == draft.Item?.ItemId), ct);
        var heldOut = new Dictionary<long, IReadOnlySet<long>>();
        foreach (var item in meeting.Items) heldOut[item.Id] = await desk.HeldOutAsync(item.ApplicationId, ct);
        var before = meeting.Items.ToDictionary(i => i.Id, i => (i.Missing, i.PresentIds, Listed: meeting.ListedIn(i)));
        minutes.Correct(draft, meeting, body, item => heldOut[item.Id], context.Actor.Id, clock.Today);
        foreach (var item in meeting.Items.Where(i => !i.PresentIds.ToHashSet().SetEquals(before[i.Id].PresentIds) || !meeting.ListedIn(i).SetEquals(before[i.Id].Listed))) await desk.DemandImpartialAsync(item, ct);
        foreach (var item in meeting.Items.Where(i => i.Missing != before[i.Id].Missing)) await cases.TellBackAnewAsync(item, body, minutes.Corrections.Count, ct);
        await course.AskAsync(minutes, body, minutes.ApproverIds, ct);
        return minutes;
    }
}
