using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Consultations;

internal sealed class ConsultationType : NodeType<Consultation>
{
    public ConsultationType() : base("Statements that are asked for before a last day (remiss).")
    {
        Value("title", "What is sent out for comment.", c => c.Title);
        Value("caseNumber", "The registry's number.", c => c.CaseNumber);
        Value("letter", "The covering letter.", c => c.Letter);
        Values("questions", "What is asked.", c => c.Questions);
        Value("lastDay", "The last day for answers, included.", c => c.LastDay);
        Value("state", "Draft, sent, closed.", c => c.State);
        Value("sentAt", "When it was sent.", c => c.SentAt, nullable: true);
        Value("closedAt", "When it was closed.", c => c.ClosedAt, nullable: true);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ReferralRequestType>>>>("requests").Description("Who is asked, and what came of it today.").Resolve(c =>
        {
            var today = c.Service<Clock>().Today;
            return c.Source.Requests.InOrder().Select(r => new RequestToday(r.BodyId, r.StatusOn(today, c.Source.LastDay), r.Statement));
        });
        One<Fund>("fund", "The fund that it is about.", c => c.FundId);
        One<Programme>("programme", "The programme that it is about.", c => c.ProgrammeId);
        One<Application>("application", "The application that it is about.", c => c.ApplicationId);
    }
}

internal sealed record RequestToday(long BodyId, RequestStatus Status, Statement? Statement);

internal sealed class ReferralRequestType : ObjectGraphType<RequestToday>
{
    public ReferralRequestType()
    {
        Name = "ReferralRequest";
        Description = "One body that is asked, and what it answered.";
        Field<GraphQLClrOutputTypeReference<Body>>("body").Description("Who is asked.").Resolve(c => c.Service<BatchLoader>().One<Body>(c.Source.BodyId));
        Field<NonNullGraphType<EnumType<RequestStatus>>>("status").Description("As of today.").Resolve(c => c.Source.Status);
        Field<StatementType>("statement").Description("What it answered.").Resolve(c => c.Source.Statement);
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
        Field<GraphQLClrOutputTypeReference<Person>>("givenBy").Description("Who sent it.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.GivenById));
    }
}

/// <summary>Those who handle the matter, and see the case where it is about one, see it from the draft on; the bodies that are asked, once it is sent.</summary>
internal sealed class ConsultationVisibility(Clock clock, IVisible<Application> applications) : IVisible<Consultation>
{
    private static readonly Role[] Handlers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Consultation, bool>> To(Actor actor, FondDb db)
    {
        var (me, today) = (actor.Id, clock.Today);
        var seats = db.Set<Membership>().Where(m => m.PersonId == me && m.From <= today && (m.To == null || m.To >= today)).Owners(typeof(Body));
        var asked = db.Set<ReferralRequest>().Where(r => seats.Contains(r.BodyId)).Owners(typeof(Consultation));
        return AnyOf.Terms([c => c.State != ConsultationState.Draft && asked.Contains(c.Id), .. Handled(actor, db)]);
    }

    private IEnumerable<Expression<Func<Consultation, bool>>> Handled(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        var seen = db.Set<Application>().Where(applications.To(actor, db));
        if (all) yield return c => c.ApplicationId == null || seen.Any(a => a.Id == c.ApplicationId);
        else if (funds.Length > 0)
        {
            var municipalities = db.Set<Fund>().Where(f => funds.Contains(f.Id)).Select(f => f.Municipality);
            var programmes = db.Set<Programme>().Where(p => municipalities.Contains(p.Municipality)).Select(p => (long?)p.Id);
            yield return c => c.FundId != null && funds.Contains(c.FundId.Value) && (c.ApplicationId == null || seen.Any(a => a.Id == c.ApplicationId));
            yield return c => c.FundId == null && programmes.Contains(c.ProgrammeId) && (c.ApplicationId == null || seen.Any(a => a.Id == c.ApplicationId));
        }
    }
}
