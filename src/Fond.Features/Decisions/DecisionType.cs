using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Features.Applications;
using Fond.Features.Assessments;
using Fond.Features.Meetings;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Decisions;

internal sealed class DecisionType : NodeType<Decision>
{
    public DecisionType() : base("A paragraph of the minutes that concerns one application; never changed.")
    {
        Value("kind", "A decision, or the steering group's proposal to the board.", d => d.Kind);
        Value("outcome", "Granted, granted in part, rejected.", d => d.Outcome);
        Values("amounts", "By year; none for a rejection.", d => d.Amounts);
        Value("total", "Over all years.", d => d.Total);
        Field("conditions", ListOf<string>()).Description("What the grant hangs on.").Resolve(c => c.Noted(c.Source, c.Source.ApplicationId, c.Source.Conditions)).FieldType.NotedInDecision<Decision>(d => d.Id);
        Field<NonNullGraphType<StringGraphType>>("reasons").Description("Why.").Resolve(c => c.Source.Reasons).FieldType.NotedInDecision<Decision>(d => d.Id);
        Value("paragraph", "The paragraph of the minutes.", d => d.Paragraph);
        Value("decidedOn", "The day of the meeting.", d => d.DecidedOn);
        Value("delegationLimit", "The most that the steering group could grant by itself that day; zero without a delegation, and for a board, which needs none.", d => d.DelegationLimit);
        Value("delegation", "The line of the delegation table that it rests on; null for what a board decides, and for a proposal to it.", d => d.Delegation, nullable: true);
        Field<NonNullGraphType<BooleanGraphType>>("isRepealed").Description("Whether a court has repealed it: nothing rests on it then.").Resolve(c => c.Service<BatchLoader>()
            .By<string>("repealed decisions", c.Source.Id, async (ids, ct) => (await c.Db().RepealedAsync(ids, ct)).ToDictionary(id => id, string? (_) => "")).Then(repealed => (object)(repealed is not null)));
        Value("recordedAt", "When it was written down here.", d => d.RecordedAt);
        One<Body>("body", "Who decided.", d => d.BodyId);
        One<Application>("application", "In which case.", d => d.ApplicationId);
        One<Person>("recordedBy", "Who wrote it down.", d => d.RecordedById);
        Many<Dispatch>("dispatches", "To whom it was sent, for those who handle the case.", d => d.DecisionId);
        Several<Person>("present", "Who was present.", d => d.PresentPersonIds);
    }
}

/// <summary>What was decided is public record for whoever is signed in; a proposal to the board is for those who handle or assess the case.</summary>
internal sealed class DecisionVisibility(IVisible<Application> applications) : IVisible<Decision>
{
    public Expression<Func<Decision, bool>> To(Actor actor, FondDb db)
    {
        if (!actor.IsSignedIn) return d => false;
        var assigned = db.AssignedTo(actor);
        Expression<Func<Decision, bool>> own = d => d.Kind == DecisionKind.Decision || assigned.Contains(d.ApplicationId);
        return applications.Handled(actor, db) is { } handled ? db.OwnOrOfCases(d => d.ApplicationId, own, handled) : own;
    }
}
