using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Meetings;

internal sealed class MeetingFeature : IFeature
{
    public void AddQueries(QueryFields queries) => queries.List("meetings", "Meetings that the caller may see, newest first.", FieldAccess.SignedIn, c =>
    {
        var meetings = c.Visible<Meeting>();
        if (c.GetArgument<string?>("bodyId") is { } body) meetings = meetings.Where(m => m.BodyId == GlobalId.KeyOf<Body>(body));
        if (c.GetArgument<MeetingState?>("state") is { } state) meetings = meetings.Where(m => m.State == state);
        return meetings;
    }, f => f.With<IdGraphType>("bodyId", "Only this body's.").With<EnumType<MeetingState>>("state", "Only meetings in this state."));

    public void AddMutations(MutationFields mutations)
    {
        Add<SaveMeeting, SaveMeetingInput>("Plans a meeting, or changes one to which nobody has been called.");
        Add<AddAgendaItem, AddAgendaItemInput>("Puts a case or another matter on the agenda.");
        Add<RemoveAgendaItem, RemoveAgendaItemInput>("Takes a matter off an agenda that has not been sent.");
        Add<CallMeeting, CallMeetingInput>("Calls the members, with the agenda.");
        Add<CancelMeeting, CancelMeetingInput>("Calls the meeting off, and tells those who were called.");
        Add<OpenMeeting, OpenMeetingInput>("Opens the meeting, on its day or later.");
        Add<RecordAttendance, RecordAttendanceInput>("Writes down who is there, who is not, and who serves for whom.");
        Add<RecuseFromItem, RecuseFromItemInput>("Holds somebody out of one item by a conflict of interest.");
        Add<SettleAgendaItem, SettleAgendaItemInput>("Writes down what became of an item, as the next paragraph of the minutes; a case that is decided is decided thereby.");
        Add<CloseMeeting, CloseMeetingInput>("Ends the meeting, when every item is settled.");

        void Add<THandler, TInput>(string description) where THandler : class, IHandler<TInput, Meeting> where TInput : MutationInput =>
            mutations.Add<THandler, TInput, Meeting>("meeting", description, MeetingDesk.Office);
    }
}
