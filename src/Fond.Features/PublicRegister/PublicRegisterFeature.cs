using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Projects;
using Fond.Domain.Workflows;
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
        "publicRegister", "Decided cases, newest application first; open to everybody.", FieldAccess.Everybody, PageAsync,
        f => f.With<IntGraphType>("first", $"How many, 1 to {Connections.LargestPage}; {Connections.DefaultPage} unless said.").With<StringGraphType>("after", "The cursor after which the page begins.")
            .With<StringGraphType>("municipality", "Only this municipality's.").With<EnumType<DecisionOutcome>>("outcome", "Only those.")
            .With<StringGraphType>("goal", "Only what serves the goal with this code.").With<StringGraphType>("text", "Part of title, organisation or case number."));

    public void AddMutations(MutationFields mutations) { }

    private static async Task<Connection<PublicCase>?> PageAsync(IResolveFieldContext context)
    {
        var db = context.Db();
        var page = await Matching(context, db).AsNoTracking().PageAsync(context);
        var cases = await CasesAsync(db, [.. page.Edges.Select(e => e.Node)], context.CancellationToken);
        return new([.. page.Edges.Select(e => new Edge<PublicCase>(e.Cursor, cases[e.Node.Id]))], page.PageInfo);
    }

    private static IQueryable<Application> Matching(IResolveFieldContext context, FondDb db)
    {
        var decisions = db.Set<Decision>().Where(d => d.Kind == DecisionKind.Decision);
        var cases = db.Set<Application>().Where(a => (a.Phase == Phase.Granted || a.Phase == Phase.Rejected || a.Phase == Phase.Closed) && decisions.Any(d => d.ApplicationId == a.Id));
        if (context.GetArgument<string?>("municipality") is { } municipality)
            cases = cases.Where(a => db.Set<Fund>().Any(f => f.Id == a.FundId && f.Municipality == municipality));
        if (context.GetArgument<DecisionOutcome?>("outcome") is { } outcome) cases = cases.Where(a => decisions.Any(d => d.ApplicationId == a.Id && d.Outcome == outcome));
        if (context.GetArgument<string?>("goal") is { } code) cases = cases.Where(a => a.Serves.Any(s => db.Set<Goal>().Any(g => g.Id == s.GoalId && g.Code == code)));
        if (context.GetArgument<string?>("text") is { Length: > 0 } text)
            cases = cases.Where(a => a.Title.Contains(text) || a.Organisation.Contains(text) || a.CaseNumber!.Contains(text));
        return cases;
    }

    private static async Task<Dictionary<long, PublicCase>> CasesAsync(FondDb db, IReadOnlyList<Application> applications, CancellationToken ct)
    {
        var ids = applications.Select(a => a.Id).ToArray();
        var fundIds = applications.Select(a => a.FundId).Distinct().ToArray();
        var goalIds = applications.SelectMany(a => a.Serves).Select(s => s.GoalId).Distinct().ToArray();
        var decisions = (await db.Set<Decision>().AsNoTracking().Where(d => ids.Contains(d.ApplicationId) && d.Kind == DecisionKind.Decision).ToListAsync(ct)).ToDictionary(d => d.ApplicationId);
        var bodies = await db.Set<Body>().Where(b => db.Set<Decision>().Any(d => d.BodyId == b.Id && ids.Contains(d.ApplicationId))).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
        var funds = await db.Set<Fund>().AsNoTracking().Where(f => fundIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var balances = await db.Set<ApplicationBalance>().AsNoTracking().Where(b => ids.Contains(b.ApplicationId)).ToDictionaryAsync(b => b.ApplicationId, ct);
        var projects = await db.Set<Project>().AsNoTracking().Where(p => ids.Contains(p.ApplicationId)).ToDictionaryAsync(p => p.ApplicationId, ct);
        var goals = await db.Set<Goal>().Where(g => goalIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Code, ct);
        return applications.ToDictionary(a => a.Id, a => Of(a, decisions[a.Id], bodies, funds[a.FundId], balances.GetValueOrDefault(a.Id), projects.GetValueOrDefault(a.Id), goals));
    }

    private static PublicCase Of(Application a, Decision decision, Dictionary<long, string> bodies, Fund fund, ApplicationBalance? balance, Project? project, Dictionary<long, string> goals) => new(
        a.CaseNumber!, fund.Municipality, fund.Name, a.Title, a.Organisation, a.Phase, a.Content.Summary, [.. a.Serves.Select(s => goals[s.GoalId])],
        a.Asked, decision.Outcome, decision.Total, balance?.Disbursed ?? Money.Zero, balance?.Repaid ?? Money.Zero, decision.DecidedOn, bodies[decision.BodyId],
        decision.Paragraph, decision.Reasons, decision.Conditions, project?.Future, project?.FinalReport?.Lessons);
}
