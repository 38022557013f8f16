using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record SettleAgendaItemInput : AgendaItemInput
{
    /// <summary>What became of it.</summary>
    public required ItemOutcome Outcome { get; init; }

    /// <summary>What was decided, in words; where a case is decided, why.</summary>
    public string Ruling { get; init; } = "";

    /// <summary>For a case: what is granted, or proposed to the board, by year; left out where it is approved: what is asked for.</summary>
    public IReadOnlyList<YearAmount> Amounts { get; init; } = [];

    /// <summary>For a case that is approved with conditions, or in part and with conditions: which.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>What is wanted before it is taken up again, where it is referred back.</summary>
    public string Missing { get; init; } = "";

    /// <summary>The body that takes over, where it is referred.</summary>
    [GraphQL.Id]
    public string? ReferredToId { get; init; }

    /// <summary>Where there was a vote.</summary>
    public VoteCountInput? Votes { get; init; }

    /// <summary>Members who dissent from the decision.</summary>
    public IReadOnlyList<RemarkInput> Dissents { get; init; } = [];

    /// <summary>Notes that those present want in the minutes.</summary>
    public IReadOnlyList<RemarkInput> Notes { get; init; } = [];
}

internal sealed class SettleAgendaItem(MeetingDesk desk, Finder finder, FondDb db, CaseAtTable cases) : IHandler<SettleAgendaItemInput, Meeting>
{
    public async Task<Meeting> Handle(SettleAgendaItemInput input, CancellationToken ct)
    {
        var (meeting, body, item) = await desk.OwnItemAsync(input, ct);
        var series = await SeriesAsync(body, meeting.HeldOn.Year, ct);
        meeting.Settle(item.Id, await SettlementAsync(input, body, ct), body, await desk.HeldOutAsync(item.ApplicationId, ct), series.Next);
        if (item.ApplicationId is not null) await cases.CarryOutAsync(input, meeting, item, body, ct);
        return meeting;
    }

    private async Task<Settlement> SettlementAsync(SettleAgendaItemInput input, Body body, CancellationToken ct)
    {
        var referred = input.ReferredToId is { } id ? await finder.FindAsync<Body>(id, ct, "referredToId") : null;
        Refuse.When(referred is not null && referred.Municipality != body.Municipality, new MeetingReferralElsewhere { Path = ["referredToId"] });
        return new(input.Outcome, input.Ruling, input.Missing, referred?.Id, input.Votes?.Draft(),
            RemarkInput.Drafts(input.Dissents, "dissents"), RemarkInput.Drafts(input.Notes, "notes"), input.Amounts, input.Conditions);
    }

    private async Task<ParagraphSeries> SeriesAsync(Body body, int year, CancellationToken ct)
    {
        var series = await db.Set<ParagraphSeries>().SingleOrDefaultAsync(s => s.BodyId == body.Id && s.Year == year, ct);
        if (series is null) db.Add(series = new ParagraphSeries(body.Id, year));
        return series;
    }
}
