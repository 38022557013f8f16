using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Meetings;

/// <summary>Whether somebody with a seat in the body is there; whoever leaves and comes back is listed once for each time.</summary>
internal sealed record AttendantInput
{
    /// <summary>Who.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>False: absent.</summary>
    public bool IsPresent { get; init; } = true;

    /// <summary>The member for whom a substitute serves meanwhile: one who is absent, or kept out of the item.</summary>
    [GraphQL.Id]
    public string? ServesForId { get; init; }

    /// <summary>The body's seat with nobody in it in which a substitute serves meanwhile.</summary>
    [GraphQL.Id]
    public string? ServesInSeatId { get; init; }

    /// <summary>The number of the first item that they took part in; left out: from the beginning.</summary>
    public int? FromItem { get; init; }

    /// <summary>The number of the first item that they no longer took part in; left out: to the end.</summary>
    public int? UntilItem { get; init; }

    internal AttendanceDraft Draft(int index)
    {
        var at = index.ToString(CultureInfo.InvariantCulture);
        return new(PersonKeys.Of(PersonId, "attendance", at, "personId"), IsPresent, ServesForId is { } member ? PersonKeys.Of(member, "attendance", at, "servesForId") : null, FromItem, UntilItem,
            ServesInSeatId is { } seat ? GlobalId.Read<Membership>(seat) ?? throw new RefusedException(new NotFound(nameof(Membership)) { Path = ["attendance", at, "servesInSeatId"] }) : null);
    }
}

internal sealed record RecordAttendanceInput : MeetingInput
{
    /// <summary>Everybody, anew: what was recorded before is replaced. Who took part in what has been settled must stay the same.</summary>
    public required IReadOnlyList<AttendantInput> Attendance { get; init; }
}

internal sealed class RecordAttendance(MeetingDesk desk) : IHandler<RecordAttendanceInput, Meeting>
{
    public async Task<Meeting> Handle(RecordAttendanceInput input, CancellationToken ct)
    {
        var (meeting, body) = await desk.OwnAsync(input, ct);
        meeting.Attend([.. input.Attendance.Select((a, i) => a.Draft(i))], body);
        return meeting;
    }
}

internal static class PersonKeys
{
    /// <summary>Whether such a person may stand there is for the rule that the key is put to.</summary>
    public static long Of(string id, params string[] path) => GlobalId.Read<Person>(id) ?? throw new RefusedException(new NotFound(nameof(Person)) { Path = path });
}
