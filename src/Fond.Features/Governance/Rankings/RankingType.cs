using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Fond.Features.Governance.Rankings;

internal sealed class RankingType : NodeType<Ranking>
{
    public RankingType() : base("A vote of a body on the order of a call's cases. It recommends; each case is decided by itself.")
    {
        Value("state", "Open, closed, settled, cancelled.", r => r.State);
        Value("openedAt", "When it was opened.", r => r.OpenedAt);
        Value("closedAt", "When it was closed and counted.", r => r.ClosedAt, nullable: true);
        Value("settledAt", "When the group settled its order.", r => r.SettledAt, nullable: true);
        Value("reason", "Why the group goes by another order than the joint one, or why the vote was cancelled.", r => r.Reason, nullable: true);
        Value("quorum", "How many ballots it takes.", r => r.Quorum);
        One<Call>("call", "Whose cases are ranked.", r => r.CallId);
        One<Body>("body", "Who votes.", r => r.BodyId);
        One<Person>("openedBy", "Who opened it.", r => r.OpenedById);
        Several<Application>("cases", "What is ranked, without cases that the caller is shut out of.", r => r.CaseIds);
        Several<Person>("voters", "Who has a vote.", r => r.Ballots.InOrder().Select(b => b.PersonId));
        Value("voted", "How many have voted.", r => r.Voted);
        AddBallots();
        AddResult();
    }

    private void AddBallots()
    {
        Field<ListGraphType<NonNullGraphType<ValueType<BallotGroup>>>>("myBallot").Description("The caller's own ballot, best first; null until it is cast.")
            .Resolve(c => c.Source.Ballots.FirstOrDefault(b => b.PersonId == c.Actor().Id)?.Groups is { } groups ? c.Seen(v => v.Groups(groups)) : null);
        Field<ListGraphType<NonNullGraphType<ValueType<CountedBallot>>>>("ballots").Description("Everybody's, as they were counted; null until the vote is closed.").Resolve(c => c.Counted(v => v.Ballots()));
    }

    private void AddResult()
    {
        Field<ListGraphType<NonNullGraphType<ValueType<RankedRow>>>>("result").Description("The joint ranking by Schulze's method, beside the scores; null until the vote is closed.").Resolve(c => c.Counted(v => v.Rows()));
        Field<ListGraphType<NonNullGraphType<ValueType<RankedPair>>>>("pairs").Description("Every two cases against each other; null until the vote is closed.").Resolve(c => c.Counted(v => v.Pairs()));
        Field<ListGraphType<NonNullGraphType<IdGraphType>>>("order").Description("The applications in the order that holds: what the group has settled, else the joint ranking; null until the vote is closed.")
            .Resolve(c => c.Counted(v => v.Ids(v.Ranking.Order)));
        Field<ValueType<RankingBudget>>("budget").Description("Which cases can be granted in that order; null until the vote is closed.")
            .Argument<NonNullGraphType<ListGraphType<NonNullGraphType<InputType<RankingPart>>>>>("inPart", "As if these were to be granted no more than this; nothing is kept.", a => a.DefaultValue = Array.Empty<RankingPart>())
            .Resolve(c => Budget(c, c.GetArgument<List<RankingPart>>("inPart")));
    }

    private static IDataLoaderResult<RankingBudget?>? Budget(IResolveFieldContext<Ranking> context, List<RankingPart> inPart) =>
        context.Counted(view => view.Means(inPart) ? view.Budget(inPart) : throw context.Fault("inPart", NoParts));

    private static readonly Text NoParts = new(
        "Ange varje ansökan högst en gång, bland dem som väntar på beslut, och ett belopp över noll som är högst vad den söker. Den som hålls utanför något av ärendena kan inte räkna så.",
        "Name each application at most once, among those that await a decision, with an amount above zero and at most what it asks. Who is held out of one of the cases cannot reckon so.");
}
