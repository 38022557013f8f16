using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Meetings;

internal sealed class MeetingFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<MeetingDesk>().AddScoped<BodyOffice>().AddScoped<CaseAtTable>().AddScoped<IdeaAtTable>().AddScoped<MinutesCourse>().AddScoped<MinutesArchive>()
        .AddScoped<MinutesRecords>().AddScoped<MinutesReader>().AddScoped<Finality>().AddScoped<MeasureCourse>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapMinutes();

    public void AddQueries(QueryFields queries)
    {
        AddMeetings(queries);
        queries.List("minutes", "Minutes that the caller may see, newest first.", FieldAccess.SignedIn, c =>
        {
            var minutes = c.Visible<Minutes>();
            if (c.GetArgument<string?>("bodyId") is { } body) minutes = minutes.Where(m => m.BodyId == GlobalId.KeyOf<Body>(body));
            if (c.GetArgument<MinutesState?>("state") is { } state) minutes = minutes.Where(m => m.State == state);
            return minutes;
        }, f => f.With<IdGraphType>("bodyId", "Only this body's.").With<EnumType<MinutesState>>("state", "Only minutes in this state."));
        AddMeasures(queries);
        queries.Field<NonNullGraphType<ConnectionType<PublicMinutes>>, Connection<PublicMinutes>>("publicMinutes", "Announced minutes, newest first; open to everybody.", FieldAccess.Everybody, PublicAsync,
            f => f.With<IntGraphType>("first", $"How many, 1 to {Connections.LargestPage}; {Connections.DefaultPage} unless said.").With<StringGraphType>("after", "The cursor after which the page begins.")
                .With<IdGraphType>("bodyId", "Only this body's.").With<StringGraphType>("municipality", "Only this municipality's.").With<StringGraphType>("text", "Part of what a paragraph says: its title, the matter, the proposal, what was decided and why, and what is missing."));
    }

    private static void AddMeasures(QueryFields queries) => queries.List("measures", "Measures that bodies have decided on, that the caller may see, newest first: their follow-up lists.", FieldAccess.SignedIn, c =>
    {
        var measures = c.Visible<Measure>();
        if (c.GetArgument<string?>("bodyId") is { } body) measures = measures.Where(m => m.BodyId == GlobalId.KeyOf<Body>(body));
        if (c.GetArgument<bool?>("done") is { } done) measures = done ? measures.Where(m => m.DoneOn != null) : measures.Where(m => m.DoneOn == null);
        if (c.GetArgument<bool?>("overdue") == true)
        {
            var today = c.Service<Clock>().Today;
            measures = measures.Where(m => m.DoneOn == null && m.DueOn < today);
        }
        return measures;
    }, f => f.With<IdGraphType>("bodyId", "Only this body's.").With<BooleanGraphType>("done", "Only done, or only open ones.").With<BooleanGraphType>("overdue", "Only open ones whose last day has passed."));

    private static async Task<Connection<PublicMinutes>?> PublicAsync(IResolveFieldContext context)
    {
        var db = context.Db();
        var search = new PublicMinutesSearch(context.GetArgument<string?>("municipality"), context.GetArgument<string?>("text"),
            context.GetArgument<string?>("bodyId") is { } body ? GlobalId.KeyOf<Body>(body) : null);
        var page = await (await search.InAsync(db, context.CancellationToken)).PageAsync(context);
        var contents = await MinutesContent.ReadAsync(db, [.. page.Edges.Select(e => e.Node)], context.CancellationToken);
        return new([.. page.Edges.Zip(contents, (edge, content) => new Edge<PublicMinutes>(edge.Cursor, PublicMinutes.Of(content, context.ActorContext().Language)))], page.PageInfo);
    }

    private static void AddMeetings(QueryFields queries) => queries.List("meetings", "Meetings that the caller may see, newest first.", FieldAccess.SignedIn, c =>
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
        Add<ElectPresiding, ElectPresidingInput>("Writes down who was elected to preside over the meeting, or over one item, where neither the chair nor a vice chair does.");
        Add<MoveProposal, MoveProposalInput>("Writes down what somebody at the table has moved in an item.");
        Add<SettleAgendaItem, SettleAgendaItemInput>("Writes down what became of an item, as the next paragraph of the minutes; a case that is decided is decided thereby.");
        Add<CloseMeeting, CloseMeetingInput>("Ends the meeting, when every item is settled, and drafts its minutes.");

        mutations.Add<ApproveMinutes, ApproveMinutesInput, Minutes>("minutes", "Approves the minutes, for whoever presided and those chosen; when all have, the text is what it is.");
        mutations.Add<CorrectMinutes, CorrectMinutesInput, Minutes>("minutes", "Puts right what was written down wrongly, before the minutes are approved; whoever had approved them does so anew.");
        mutations.Add<ReplaceApprover, ReplaceApproverInput, Minutes>("minutes", "Has somebody else approve the minutes in the place of one who cannot, so that they can become final.");
        mutations.Add<DecideMeasure, DecideMeasureInput, Measure>("measure", "Puts a measure that was decided on the body's follow-up list, with who sees to it and, if it takes one, an order.");
        mutations.Add<ReportMeasure, ReportMeasureInput, Measure>("measure", "Tells how far a measure has come, as whoever sees to it or as the office.");
        mutations.Add<RecordLegalityReview, RecordLegalityReviewInput, Minutes>("minutes", "Writes down that somebody has asked the court to review whether a decision is lawful; it is not final until that is over.");
        mutations.Add<EndLegalityReview, EndLegalityReviewInput, Minutes>("minutes", "Writes down what came of a legality review.");
        mutations.Add<AnnounceMinutes, AnnounceMinutesInput, Minutes>("minutes", "Announces that the minutes have been approved; the legality review begins.");

        void Add<THandler, TInput>(string description) where THandler : class, IHandler<TInput, Meeting> where TInput : MutationInput =>
            mutations.Add<THandler, TInput, Meeting>("meeting", description);
    }
}
