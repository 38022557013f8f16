using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Matters;
using GraphQL.Types;

namespace Fond.Features.Consultations;

internal sealed class ConsultationType : NodeType<Consultation>
{
    public ConsultationType() : base("Statements that are asked for before a last day (remiss).")
    {
        Value("title", "What is sent out for comment.", c => c.Title).NotedFieldsIn<Consultation>(c => c.ApplicationId, ApplicationFields.Name);
        Value("caseNumber", "The registry's number.", c => c.CaseNumber);
        Value("letter", "The covering letter.", c => c.Letter).NotedIn<Consultation>(c => c.ApplicationId);
        Values("questions", "What is asked.", c => c.Questions).NotedIn<Consultation>(c => c.ApplicationId);
        Values("publicQuestions", "What the public is asked; none: it is not asked.", c => c.PublicQuestions).NotedIn<Consultation>(c => c.ApplicationId);
        Value("lastDay", "The last day for answers, included.", c => c.LastDay);
        Value("lateDays", "Days after the last day in which late statements are still taken, and marked.", c => c.LateDays);
        Value("remindDays", "Days before the last day on which those who have not answered are reminded; 0: never.", c => c.RemindDays);
        Value("state", "Draft, sent, closed, withdrawn.", c => c.State);
        Value("sentAt", "When it was sent.", c => c.SentAt, nullable: true);
        Value("closedAt", "When it was closed.", c => c.ClosedAt, nullable: true);
        Value("overAt", "When all had answered, or the time to answer was over.", c => c.OverAt, nullable: true);
        Value("withdrawnAt", "When it was withdrawn.", c => c.WithdrawnAt, nullable: true);
        Value("withdrawnBecause", "Why it was withdrawn.", c => c.WithdrawnBecause, nullable: true).NotedIn<Consultation>(c => c.ApplicationId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ExtensionType>>>>("extensions").Description("More time that was given, oldest first.").Resolve(c => c.Source.Extensions).FieldType.NotedIn<Consultation>(c => c.ApplicationId, "reason");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ValueType<Enclosed>>>>>("documents").Description("What was sent to be read, in the order in which it was chosen.")
            .Resolve(c => c.Service<BatchLoader>().By<IReadOnlyList<Enclosed>>("enclosures", c.Source.Id, (ids, ct) => c.Service<Enclosures>().ListForAsync(c.Actor(), ids, ct)).Then(found => found ?? []));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ReferralRequestType>>>>("requests").Description("Who is asked, and what came of it today.")
            .ResolveAsync(async c => await RequestToday.OfAsync(c.Source, c.Service<StatementReader>(), c.Service<Clock>().Today, c.CancellationToken));
        Field<CompilationType>("compilation").Description("What came in, by question and stance; null for those who may not read every statement yet.")
            .ResolveAsync(async c => await c.Service<StatementReader>().ReadsAllAsync(c.Source, c.CancellationToken) ? c.Noted(c.Source, c.Source.ApplicationId, Compilation.Of(c.Source)) : null);
        One<Fund>("fund", "The fund that it is about.", c => c.FundId);
        One<Programme>("programme", "The programme that it is about.", c => c.ProgrammeId);
        One<Application>("application", "The application that it is about.", c => c.ApplicationId);
        Field("matter", Reference<Matter>(nullable: true)).Description("The matter whose number it bears, in which it is registered; null: it is on an application and registered in its case, or its number is in no registry here.")
            .Resolve(c => c.Service<BatchLoader>().By<Matter>("matters of consultations", c.Source.Id, (ids, ct) => c.Service<MatterRegistry>().OfAsync(ids, c.Visible<Matter>(), ct)));
    }
}

/// <param name="Statement">Null: none, or not for the caller to read yet.</param>
internal sealed record RequestToday(Consultation Consultation, ReferralRequest Request, DateOnly LastDay, RequestStatus Status, Statement? Statement, TimeWanted? Wanted)
{
    public static async Task<IReadOnlyList<RequestToday>> OfAsync(Consultation consultation, StatementReader reader, DateOnly today, CancellationToken ct)
    {
        var requests = new List<RequestToday>();
        foreach (var request in consultation.Requests.InOrder())
        {
            var reads = await reader.ReadsAsync(consultation, request, ct);
            requests.Add(new(consultation, request, consultation.LastDayOf(request), consultation.StatusOf(request, today), reads ? request.Statement : null, reads ? request.Wanted : null));
        }
        return requests;
    }
}

internal sealed class ReferralRequestType : ObjectGraphType<RequestToday>
{
    public static readonly ForeignKey<StatementFile> FilesOf = new(f => f.ReferralRequestId);

    public ReferralRequestType()
    {
        Name = "ReferralRequest";
        Description = "One body that is asked, and what it answered.";
        Field<GraphQLClrOutputTypeReference<Body>>("body").Description("Who is asked.").Resolve(c => c.Service<BatchLoader>().One<Body>(c.Source.Request.BodyId));
        Field<NonNullGraphType<DateOnlyGraphType>>("lastDay").Description("Its last day, included: a later one than others' where it was given more time.").Resolve(c => c.Source.LastDay);
        Field<NonNullGraphType<EnumType<RequestStatus>>>("status").Description("As of today.").Resolve(c => c.Source.Status);
        Field<InstantType>("remindedAt").Description("When it was reminded.").Resolve(c => c.Source.Request.RemindedAt);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StatementFileType>>>>("files").Description("Files of its statement, for those who may read it.")
            .Resolve(c => c.Service<BatchLoader>().Many(FilesOf, c.Source.Request.Id).Then(files => files ?? []));
        Field<TimeWantedType>("wanted").Description("More time that it has asked for and not been given.").Resolve(c => c.Noted(c.Source.Consultation, c.Source.Consultation.ApplicationId, c.Source.Wanted));
        Field<StatementType>("statement").Description("What it answered. Other bodies read it when they have answered themselves, or the consultation is closed.").Resolve(c => c.Noted(c.Source.Consultation, c.Source.Consultation.ApplicationId, c.Source.Statement));
    }
}

internal sealed class TimeWantedType : ObjectGraphType<TimeWanted>
{
    public TimeWantedType()
    {
        Name = "TimeWanted";
        Description = "That a body asks for more time.";
        Field<NonNullGraphType<DateOnlyGraphType>>("until").Description("The last day that it asks for.").Resolve(c => c.Source.Until);
        Field(w => w.Reason).Description("Why.");
        Field<NonNullGraphType<InstantType>>("askedAt").Description("When it asked.").Resolve(c => c.Source.AskedAt);
        Field<GraphQLClrOutputTypeReference<Person>>("askedBy").Description("Who asked; null: somebody who came by the body's own link.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.AskedById));
        Field<TimeDeclinedType>("declined").Description("That it was not given; null: nobody has said no.").Resolve(c => c.Source.Declined);
    }
}

internal sealed class TimeDeclinedType : ObjectGraphType<TimeDeclined>
{
    public TimeDeclinedType()
    {
        Name = "TimeDeclined";
        Description = "That an officer did not give the time that was asked for.";
        Field(d => d.Reason).Description("Why not.");
        Field<NonNullGraphType<InstantType>>("declinedAt").Description("When.").Resolve(c => c.Source.DeclinedAt);
        Field<GraphQLClrOutputTypeReference<Person>>("declinedBy").Description("By whom.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.DeclinedById));
    }
}

internal sealed class ExtensionType : ObjectGraphType<Extension>
{
    public ExtensionType()
    {
        Name = "Extension";
        Description = "More time that was given.";
        Field<GraphQLClrOutputTypeReference<Body>>("body").Description("To whom; null: to all that had not answered.").Resolve(c => c.Service<BatchLoader>().One<Body>(c.Source.BodyId));
        Field<NonNullGraphType<DateOnlyGraphType>>("to").Description("The new last day, included.").Resolve(c => c.Source.To);
        Field(e => e.Reason).Description("Why.");
        Field<NonNullGraphType<InstantType>>("grantedAt").Description("When.").Resolve(c => c.Source.GrantedAt);
        Field<GraphQLClrOutputTypeReference<Person>>("grantedBy").Description("By whom.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.GrantedById));
    }
}

internal sealed class StatementType : ObjectGraphType<Statement>
{
    public StatementType()
    {
        Name = "Statement";
        Description = "A referral body's statement (yttrande).";
        Field<NonNullGraphType<EnumType<Stance>>>("stance").Description("For or against.").Resolve(c => c.Source.Stance);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("answers").Description("One for each question, in the same order.").Resolve(c => c.Source.Answers);
        Field(s => s.Text).Description("What the body says besides.");
        Field<NonNullGraphType<InstantType>>("receivedAt").Description("When it came in.").Resolve(c => c.Source.ReceivedAt);
        Field<GraphQLClrOutputTypeReference<Person>>("givenBy").Description("Who sent it; null: somebody who came by the body's own link.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.GivenById));
    }
}
