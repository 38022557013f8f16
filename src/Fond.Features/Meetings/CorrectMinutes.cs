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

    /// <summary>What was moved, with whose it was; left out: as it is.</summary>
    public IReadOnlyList<RemarkInput>? Proposals { get; init; }

    /// <summary>Who was elected to preside over it, where neither the chair nor a vice chair did; left out: as it is.</summary>
    [GraphQL.Id]
    public string? PresidingId { get; init; }

    internal ItemCorrection Draft(int index)
    {
        string[] at = ["items", index.ToString(CultureInfo.InvariantCulture)];
        return new(GlobalId.KeyOf<AgendaItem>(ItemId), Outcome, Ruling, Missing, Votes?.Draft(at), RemarkInput.Drafts(Dissents, [.. at, "dissents"]), RemarkInput.Drafts(Notes, [.. at, "notes"]),
            Proposals is { } moved ? RemarkInput.Drafts(moved, [.. at, "proposals"]) : null, PresidingId is { } who ? PersonKeys.Of(who, [.. at, "presidingId"]) : null);
    }
}

internal sealed record CorrectMinutesInput : MinutesInput
{
    /// <summary>Why; not told to everybody.</summary>
    public required string Reason { get; init; }

    /// <summary>The paragraphs that are put right by themselves.</summary>
    public IReadOnlyList<CorrectedItemInput> Items { get; init; } = [];

    /// <summary>Everybody's attendance, anew; left out: it stays. Who took part in each paragraph follows it.</summary>
    public IReadOnlyList<AttendantInput>? Attendance { get; init; }

    /// <summary>Who was elected to preside over the meeting, where neither the chair nor a vice chair did; left out: as it is.</summary>
    [GraphQL.Id]
    public string? PresidingId { get; init; }

    internal CorrectionDraft Draft() => new(Reason, [.. Items.Select((item, i) => item.Draft(i))], Attendance is { } list ? [.. list.Select((a, i) => a.Draft(i))] : null,
        PresidingId is { } who ? PersonKeys.Of(who, "presidingId") : null);
}

internal sealed class CorrectMinutes(Finder finder, FondDb db, MeetingDesk desk, ActorContext context, Clock clock, MinutesCourse course, CaseAtTable cases) : IHandler<CorrectMinutesInput, Minutes>
{
    public async Task<Minutes> Handle(CorrectMinutesInput input, CancellationToken ct)
    {
        var minutes = await finder.FindAsync<Minutes>(input.MinutesId, input.ExpectedVersion, ct, "minutesId");
        var body = await db.Set<Body>().SingleAsync(b => b.Id == minutes.BodyId, ct);
        await desk.DemandOfficeAsync(body, ct);
        var meeting = await db.Set<Meeting>().SingleAsync(m => m.Id == minutes.MeetingId, ct);
        var heldOut = new Dictionary<long, IReadOnlySet<long>>();
        foreach (var item in meeting.Items) heldOut[item.Id] = await desk.HeldOutAsync(item.ApplicationId, ct);
        var missing = meeting.Items.ToDictionary(i => i.Id, i => i.Missing);
        var touched = minutes.Correct(input.Draft(), meeting, body, item => heldOut[item.Id], context.Actor.Id, clock.Today);
        foreach (var item in touched) await desk.DemandImpartialAsync(item, ct);
        foreach (var item in touched.Where(i => i.Missing != missing[i.Id])) await cases.TellBackAnewAsync(item, body, minutes.Corrections.Count, ct);
        await course.AskAsync(minutes, body, minutes.ApproverIds, ct);
        return minutes;
    }
}
