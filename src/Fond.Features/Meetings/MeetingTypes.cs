using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Decisions;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Meetings;

internal sealed class MeetingType : NodeType<Meeting>
{
    public MeetingType() : base("A body's meeting: who was called, who came, what was taken up and what became of it.")
    {
        Value("startsAt", "When it begins.", m => m.StartsAt);
        Value("heldOn", "The day, in Sweden.", m => m.HeldOn);
        Value("place", "Where.", m => m.Place);
        Value("isPublic", "Whether anybody may come and listen.", m => m.IsPublic);
        Value("state", "Draft, called, in session, closed, cancelled.", m => m.State);
        Value("calledAt", "When the members were called.", m => m.CalledAt, nullable: true);
        Value("openedAt", "When it was opened.", m => m.OpenedAt, nullable: true);
        Value("closedAt", "When it was closed.", m => m.ClosedAt, nullable: true);
        One<Body>("body", "Whose meeting it is.", m => m.BodyId);
        One<Person>("presiding", "Who was elected to preside where neither the chair nor a vice chair does.", m => m.PresidingId);
        Many<Minutes>("minutes", "Its minutes, once it is closed: one at most.", m => m.MeetingId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AgendaItemType>>>>("items").Description("The agenda, in order; of a meeting that the caller sees for their fund's cases alone, the items on these.")
            .Resolve(c => c.Service<BatchLoader>().By<ReadAgenda>("agendas", c.Source.Id, (ids, ct) => MeetingVisibility.AgendasAsync(c.Actor(), c.Db(), c.Service<Clock>().Today, ids, ct)).Then(read => read?.Of(c.Source) ?? []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AttendanceType>>>>("attendance").Description("Who is there and who is not.").Resolve(c => c.Source.Attendance.InOrder());
    }
}

internal sealed class AgendaItemType : ObjectGraphType<AgendaItem>
{
    public AgendaItemType()
    {
        Name = "AgendaItem";
        Description = "A matter on the agenda, and what became of it.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("For settleAgendaItem.").Resolve(c => GlobalId.Of<AgendaItem>(c.Source.Id));
        Field(i => i.Number).Description("On the agenda: 1, 2, 3 ...");
        Field(i => i.Title).Description("What it is called.").FieldType.NotedFieldsIn<AgendaItem>(i => i.ApplicationId, ApplicationFields.Name);
        Field(i => i.Matter).Description("What it is about.").FieldType.NotedFieldsIn<AgendaItem>(i => i.ApplicationId, ApplicationFields.All);
        Field(i => i.Proposal).Description("What the body is asked to decide.").FieldType.NotedFieldsIn<AgendaItem>(i => i.ApplicationId, ApplicationFields.All);
        Field(i => i.Paragraph, nullable: true).Description("Of the minutes, by body and year; null until it is settled.");
        Field<EnumType<ItemOutcome>>("outcome").Description("What became of it; null until it is settled.").Resolve(c => c.Source.Outcome);
        Field(i => i.Ruling).Description("What was decided, in words.").FieldType.NotedIn<AgendaItem>(i => i.ApplicationId);
        Field(i => i.Missing).Description("What is wanted before it is taken up again, where it was referred back.").FieldType.NotedIn<AgendaItem>(i => i.ApplicationId);
        Field<VoteCountType>("votes").Description("Where there was a vote.").Resolve(c => c.Source.Votes);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<RemarkType>>>>("proposals").Description("What those at the table have moved, besides what was prepared.").Resolve(c => c.Source.Proposals).FieldType.NotedIn<AgendaItem>(i => i.ApplicationId, "text");
        Field<GraphQLClrOutputTypeReference<Person>>("presiding").Description("Whoever was elected to preside over it; once it is settled, whoever did.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.PresidingId));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<RemarkType>>>>("dissents").Description("Members who dissented.").Resolve(c => c.Source.Dissents).FieldType.NotedIn<AgendaItem>(i => i.ApplicationId, "text");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<RemarkType>>>>("notes").Description("Notes to the minutes.").Resolve(c => c.Source.Notes).FieldType.NotedIn<AgendaItem>(i => i.ApplicationId, "text");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ExclusionType>>>>("recusals").Description("Who is kept out of it.").Resolve(c => c.Source.Recusals).FieldType.NotedIn<AgendaItem>(i => i.ApplicationId, "ground");
        Field<GraphQLClrOutputTypeReference<Application>>("application").Description("The case that it is about; null when the caller may not see it.").Resolve(c => c.Service<BatchLoader>().One<Application>(c.Source.ApplicationId));
        Field<GraphQLClrOutputTypeReference<Decision>>("decision").Description("What was written in the case.").Resolve(c => c.Service<BatchLoader>().One<Decision>(c.Source.DecisionId));
        Field<GraphQLClrOutputTypeReference<Body>>("referredTo").Description("The body that takes over.").Resolve(c => c.Service<BatchLoader>().One<Body>(c.Source.ReferredToId));
        Field<GraphQLClrOutputTypeReference<DecisionMemo>>("memo").Description("The officer's memo on the case, the last that was finished.").Resolve(c => c.Service<BatchLoader>().LastMemo(c, c.Source.ApplicationId));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<Attachment>>>>>("documents").Description("Attachments of the case that the members are to read, and that the caller may see.")
            .Resolve(c => c.Service<BatchLoader>().All<Attachment>(c.Source.AttachmentIds).Then(c.Service<ResultBudget>().Take));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<CaseDocument>>>>>("laidBefore").Description("Entries of the case's registry that are laid before the meeting, and that the caller may see.")
            .Resolve(c => c.Service<BatchLoader>().All<CaseDocument>(c.Source.DocumentIds).Then(c.Service<ResultBudget>().Take));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<Person>>>>>("present").Description("Who took part when it was settled.")
            .Resolve(c => c.Service<BatchLoader>().All<Person>(c.Source.PresentIds).Then(c.Service<ResultBudget>().Take));
    }
}
