using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister;

/// <summary>What was decided, for everybody: nothing of a case before its decision, and of nobody who took part.</summary>
internal sealed class PublicRegisterFeature : IFeature
{
    public void AddQueries(QueryFields queries) => queries.Field<NonNullGraphType<ConnectionType<PublicCase>>, Connection<PublicCase>>(
        "publicRegister", "Decided cases, newest decision first; open to everybody.", FieldAccess.Everybody, PageAsync,
        f => CaseFilters.Declare(f.With<IntGraphType>("first", $"How many, 1 to {Connections.LargestPage}; {Connections.DefaultPage} unless said.").With<StringGraphType>("after", "The cursor after which the page begins.")
            .With<StringGraphType>("municipality", "Only this municipality's.").With<EnumType<DecisionOutcome>>("outcome", "Only decisions with this outcome.")));

    public void AddMutations(MutationFields mutations) { }

    private static async Task<Connection<PublicCase>?> PageAsync(IResolveFieldContext context)
    {
        var db = context.Db();
        var page = await (await MatchingAsync(context, db)).AsNoTracking().PageAsync(context);
        var cases = await CasesAsync(db, [.. page.Edges.Select(e => e.Node)], context.CancellationToken);
        return new([.. page.Edges.Select(e => new Edge<PublicCase>(e.Cursor, cases[e.Node.Id]))], page.PageInfo);
    }

    /// <summary>By decision: whatever waits for one costs nothing here.</summary>
    private static async Task<IQueryable<Decision>> MatchingAsync(IResolveFieldContext context, FondDb db)
    {
        var decisions = db.Set<Decision>().Where(d => d.Kind == DecisionKind.Decision);
        if (context.GetArgument<string?>("municipality") is { } municipality)
        {
            var funds = await db.Set<Fund>().Where(f => f.Municipality == municipality).Select(f => f.Id).ToArrayAsync(context.CancellationToken);
            decisions = decisions.Where(d => funds.Contains(d.FundId)); // by values, since most often there is one: its decisions are read in order
        }

        if (context.GetArgument<DecisionOutcome?>("outcome") is { } outcome) decisions = decisions.Where(d => d.Outcome == outcome);
        return decisions.OfCases(context, d => d.ApplicationId, db.Set<Application>());
    }

    /// <summary>By the decision's key.</summary>
    private static async Task<Dictionary<long, PublicCase>> CasesAsync(FondDb db, IReadOnlyList<Decision> decisions, CancellationToken ct)
    {
        var ids = decisions.Select(d => d.ApplicationId).ToArray();
        var (bodyIds, fundIds) = (decisions.Select(d => d.BodyId).Distinct().ToArray(), decisions.Select(d => d.FundId).Distinct().ToArray());
        var applications = await db.Set<Application>().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var goalIds = applications.Values.SelectMany(a => a.Serves).Select(s => s.GoalId).Distinct().ToArray();
        var bodies = await db.Set<Body>().Where(b => bodyIds.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var funds = await db.Set<Fund>().AsNoTracking().Where(f => fundIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var balances = await db.Set<ApplicationBalance>().AsNoTracking().Where(b => ids.Contains(b.ApplicationId)).ToDictionaryAsync(b => b.ApplicationId, ct);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.ApplicationId)).ToDictionaryAsync(p => p.ApplicationId, ct);
        var goals = await db.Set<Goal>().Where(g => goalIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Code, ct);
        return decisions.ToDictionary(d => d.Id, d => Of(applications[d.ApplicationId], d, bodies, funds[d.FundId],
            balances.GetValueOrDefault(d.ApplicationId), projects.GetValueOrDefault(d.ApplicationId), goals));
    }

    private static PublicCase Of(Application a, Decision decision, Dictionary<long, string> bodies, Fund fund, ApplicationBalance? balance, Project? project, Dictionary<long, string> goals) => new(
        a.CaseNumber!, fund.Municipality, fund.Name, a.Title, a.Organisation, a.Phase, a.Content.Summary, [.. a.Serves.InOrder().Select(s => goals[s.GoalId])],
        a.Asked, decision.Outcome, decision.Total, balance?.Disbursed ?? Money.Zero, balance?.Repaid ?? Money.Zero, decision.DecidedOn, bodies[decision.BodyId],
        decision.Paragraph, decision.Reasons, decision.Conditions, project?.Future, project is { Future: not null } ? project.FinalReport?.Lessons : null);
}
