using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Meetings;

internal sealed record SaveMeetingInput : EditInput
{
    /// <summary>The meeting to change, before its members are called; left out: a new one.</summary>
    [GraphQL.Id]
    public string? MeetingId { get; init; }

    /// <summary>Whose meeting it is; never changes.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>Where.</summary>
    public required string Place { get; init; }

    /// <summary>Whether anybody may come and listen.</summary>
    public bool IsPublic { get; init; }
}

internal sealed class SaveMeeting(Finder finder, FondDb db, MeetingDesk desk) : IHandler<SaveMeetingInput, Meeting>
{
    public async Task<Meeting> Handle(SaveMeetingInput input, CancellationToken ct)
    {
        var known = input.MeetingId is { } id ? await finder.FindAsync<Meeting>(id, input.ExpectedVersion, ct, "meetingId") : null;
        var body = await finder.FindAsync<Body>(input.BodyId, ct, "bodyId");
        Refuse.When(known is not null && known.BodyId != body.Id, new MeetingBodyFixed { Path = ["bodyId"] });
        await desk.DemandOfficeAsync(body, ct);
        var draft = new MeetingDraft(input.StartsAt, input.Place, input.IsPublic);
        if (known is not null)
        {
            known.Change(draft);
            return known;
        }
        var fresh = new Meeting(body.Id, draft);
        db.Add(fresh);
        return fresh;
    }
}

public sealed record MeetingBodyFixed() : Refusal("MEETING_BODY_FIXED", new(
    "Sammanträdet hör till ett annat organ. Planera ett nytt sammanträde i stället.", "The meeting belongs to another body. Plan a new meeting instead."));
