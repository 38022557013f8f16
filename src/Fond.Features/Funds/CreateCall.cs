using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Funds;

internal sealed record CreateCallInput : MutationInput
{
    /// <summary>Whose money.</summary>
    [GraphQL.Id]
    public required string FundId { get; init; }

    /// <summary>Its name.</summary>
    public required string Title { get; init; }

    /// <summary>From when applications are taken.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>The first instant at which an application is late.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>What applications are judged by; the weights of the graded ones sum to 100.</summary>
    public required IReadOnlyList<CriterionTerms> Criteria { get; init; }

    /// <summary>The definition that its cases follow: application (one decision), application-in-two-steps (a short idea first), or one of the municipality's own.</summary>
    public string Workflow { get; init; } = Call.OneStep;

    /// <summary>Whether each partner's manager must have endorsed an application before it is handed in.</summary>
    public bool DemandsEndorsements { get; init; }

    /// <summary>Whether they must also have said that the partner means to go on with the method if it proves good; asks for the endorsements too.</summary>
    public bool DemandsIntentions { get; init; }
}

internal sealed class CreateCall(Finder finder, FondDb db, ActorContext context, WorkflowCatalog catalog) : IHandler<CreateCallInput, Call>
{
    public async Task<Call> Handle(CreateCallInput input, CancellationToken ct)
    {
        var fund = await finder.FindAsync<Fund>(input.FundId, ct, "fundId");
        context.Actor.Demand(fund.Id, Role.Administrator, Role.CaseOfficer);
        var call = new Call(fund.Id, input.Title, input.OpensAt, input.ClosesAt, input.Criteria, input.Workflow, input.DemandsEndorsements, input.DemandsIntentions);
        Refuse.When(!await catalog.CarriesAsync(db, input.Workflow, Platform.Workflows.Workflow.Application, ct), new CallWorkflowUnknown { Path = ["workflow"] });
        Refuse.When(fund.RulesOn(call.RulesDay) is null, new FundRulesMissing(call.RulesDay) { Path = ["opensAt"] });
        db.Add(call);
        return call;
    }
}
