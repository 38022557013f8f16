using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Decisions;

internal sealed class DecisionFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<CallOverviewQuery>().AddScoped<DecisionDesk>().AddScoped<Granting>().AddScoped<MemoTemplate>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapMemos();

    public void AddQueries(QueryFields queries)
    {
        queries.List("decisions", "Decisions that the caller may see, newest first.", FieldAccess.SignedIn, c =>
        {
            var decisions = c.Visible<Decision>();
            if (c.GetArgument<DecisionOutcome?>("outcome") is { } outcome) decisions = decisions.Where(d => d.Outcome == outcome);
            if (c.GetArgument<string?>("fundId") is { } fund) decisions = decisions.Where(d => d.FundId == GlobalId.KeyOf<Fund>(fund));
            return decisions.OfCases(c, d => d.ApplicationId);
        }, f => CaseFilters.Declare(f.With<EnumType<DecisionOutcome>>("outcome", "Only decisions with this outcome.").With<IdGraphType>("fundId", "Only this fund's.")));
        queries.Field<ValueType<CallOverview>, CallOverview>("callOverview", "A call's applications side by side, best score first: what the steering group ranks and decides by.",
            FieldAccess.For(CallOverviewQuery.Readers), c => c.Service<CallOverviewQuery>().RunAsync(c),
            f => f.With<NonNullGraphType<IdGraphType>>("callId", "Which call."));
    }

    public void AddMutations(MutationFields mutations)
    {
        Role[] office = [Role.SteeringChair, Role.SteeringSecretary];
        mutations.Add<DecideApplication, DecideApplicationInput, Decision>("decision", "The steering group settles the case within its delegation; a grant reserves the money and begins the project.", office);
        mutations.Add<PostponeDecision, PostponeDecisionInput, Application>("application", "The steering group takes the case up later.", office);
        mutations.Add<ReferToBoard, ReferToBoardInput, Decision>("decision", "The steering group hands the case to the board with its proposal.", office);
        mutations.Add<SaveDecisionMemo, SaveDecisionMemoInput, DecisionMemo>("memo", "Writes the memo to the body that decides; a new one begins with what the case gives.", SaveDecisionMemo.Writers);
        mutations.Add<FinishDecisionMemo, FinishDecisionMemoInput, DecisionMemo>("memo", "Finishes the memo: it is registered in the case, and no longer changed.", SaveDecisionMemo.Writers);
        mutations.Add<DispatchDecision, DispatchDecisionInput, Dispatch>("dispatch", "Sends a decision to those whom it concerns, and writes down to whom, when and by which channel.", DispatchDecision.Senders);
        mutations.Add<RecordBoardDecision, RecordBoardDecisionInput, Decision>("decision", "The board's registrar records what the board has decided; a grant reserves the money and begins the project.", Role.BoardRegistrar);
    }
}
