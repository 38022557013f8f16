using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

internal sealed record RecuseFromItemInput : AgendaItemInput
{
    /// <summary>Who has a conflict of interest.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }

    /// <summary>Why, as it is to stand in the minutes.</summary>
    public required string Ground { get; init; }

    /// <summary>The point of the law, for an item that is about a case.</summary>
    public RecusalGround Point { get; init; } = RecusalGround.OtherCircumstance;
}

internal sealed class RecuseFromItem(MeetingDesk desk, FondDb db, CaseRecusals recusals, ActorContext context) : IHandler<RecuseFromItemInput, Meeting>
{
    public async Task<Meeting> Handle(RecuseFromItemInput input, CancellationToken ct)
    {
        var (meeting, body, item) = await desk.OwnItemAsync(input, ct);
        var person = PersonKeys.Of(input.PersonId, "personId");
        Refuse.When(!body.MayAttend(person, meeting.HeldOn), new MeetingAttendantNotMember(meeting.HeldOn) { Path = ["personId"] });
        meeting.Recuse(item.Id, person, input.Ground);
        if (item.ApplicationId is { } about && (body.Kind.MayDecide() || person == context.Actor.Id)) await ShutOutAsync(about, person, input, ct);
        return meeting;
    }

    /// <summary>The conflict is in the case, and holds wherever it is taken up again. Where nothing more is decided in it, the paragraph says enough; and no advising body's office keeps others out of a case that it does not decide.</summary>
    private async Task ShutOutAsync(long applicationId, long person, RecuseFromItemInput input, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleAsync(a => a.Id == applicationId, ct);
        if (!application.IsOver && !(await desk.HeldOutAsync(applicationId, ct)).Contains(person)) await recusals.AddAsync(application, person, input.Point, input.Ground, ct);
    }
}
