using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Decisions;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>What somebody has taken down in the minutes.</summary>
internal sealed record RemarkInput
{
    /// <summary>Whose it is.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>In their own words; a dissent may go without.</summary>
    public string Text { get; init; } = "";

    internal Remark Draft(string list, int index) => new(PersonKeys.Of(PersonId, list, index.ToString(CultureInfo.InvariantCulture), "personId"), Text);
}

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
    public VoteCount? Votes { get; init; }

    /// <summary>Members who dissent from the decision.</summary>
    public IReadOnlyList<RemarkInput> Dissents { get; init; } = [];

    /// <summary>Notes that those present want in the minutes.</summary>
    public IReadOnlyList<RemarkInput> Notes { get; init; } = [];
}

internal sealed class SettleAgendaItem(MeetingDesk desk, Finder finder, FondDb db, DecisionDesk decisions, CaseAtTable cases) : IHandler<SettleAgendaItemInput, Meeting>
{
    public async Task<Meeting> Handle(SettleAgendaItemInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        var about = meeting.ItemOf(input.ItemKey).ApplicationId;
        var heldOut = about is { } application ? await decisions.ConflictedAsync(application, ct) : new HashSet<long>();
        var series = await SeriesAsync(body, meeting.HeldOn.Year, ct);
        var item = meeting.Settle(input.ItemKey, await SettlementAsync(input, ct), body, heldOut, series.Next);
        if (about is not null) await cases.CarryOutAsync(input, meeting, item, body, ct);
        return meeting;
    }

    private async Task<Settlement> SettlementAsync(SettleAgendaItemInput input, CancellationToken ct)
    {
        var referred = input.ReferredToId is { } id ? await finder.FindAsync<Body>(id, ct, "referredToId") : null;
        return new(input.Outcome, input.Ruling, input.Missing, referred?.Id, input.Votes,
            [.. input.Dissents.Select((d, i) => d.Draft("dissents", i))], [.. input.Notes.Select((n, i) => n.Draft("notes", i))]);
    }

    private async Task<ParagraphSeries> SeriesAsync(Body body, int year, CancellationToken ct)
    {
        var series = await db.Set<ParagraphSeries>().SingleOrDefaultAsync(s => s.BodyId == body.Id && s.Year == year, ct);
        if (series is null) db.Add(series = new ParagraphSeries(body.Id, year));
        return series;
    }
}
