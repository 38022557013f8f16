using Stateless;
using Stateless.Graph;

namespace Fond.Domain.Governance.Rankings;

public enum RankingState
{
    /// <summary>Members cast their ballots; nobody sees another's.</summary>
    Open,

    /// <summary>Counted; the joint ranking can be seen.</summary>
    Closed,

    /// <summary>The group has settled the order that it goes by.</summary>
    Settled,

    /// <summary>Ended without being counted; nobody sees the ballots.</summary>
    Cancelled,
}

public enum RankingTrigger { Cast, Close, Settle, Cancel }

/// <summary>What can happen to a ranking, and when.</summary>
public static class RankingLife
{
    /// <summary>The machine as a Mermaid state diagram; <c>docs/machines/ranking.mmd</c> holds the same text.</summary>
    public static string Diagram()
    {
        var state = RankingState.Open;
        return MermaidGraph.Format(For(() => state, s => state = s).GetInfo());
    }

    internal static StateMachine<RankingState, RankingTrigger> For(Func<RankingState> get, Action<RankingState> set)
    {
        var machine = new StateMachine<RankingState, RankingTrigger>(get, set);
        machine.Configure(RankingState.Open)
            .PermitReentry(RankingTrigger.Cast)
            .Permit(RankingTrigger.Close, RankingState.Closed)
            .Permit(RankingTrigger.Cancel, RankingState.Cancelled);
        machine.Configure(RankingState.Closed)
            .Permit(RankingTrigger.Settle, RankingState.Settled);
        return machine;
    }
}
