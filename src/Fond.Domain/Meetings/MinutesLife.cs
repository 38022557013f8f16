using Stateless;
using Stateless.Graph;

namespace Fond.Domain.Meetings;

public enum MinutesState
{
    /// <summary>Written, and not approved by everybody who is to.</summary>
    Drafted,

    /// <summary>Approved (justerat), and not announced.</summary>
    Approved,

    /// <summary>Announced on the notice board; where a body has decided, the legality review is open.</summary>
    Announced,

    /// <summary>The announcement has been taken down; what a body has decided is final and binding (har vunnit laga kraft).</summary>
    Final,
}

public enum MinutesTrigger { Sign, Replace, Correct, Approve, Announce, TakeDown }

/// <summary>What can happen to minutes, and when.</summary>
public static class MinutesLife
{
    /// <summary>The machine as a Mermaid state diagram; <c>docs/machines/minutes.mmd</c> holds the same text.</summary>
    public static string Diagram()
    {
        var state = MinutesState.Drafted;
        return MermaidGraph.Format(For(() => state, s => state = s).GetInfo());
    }

    internal static StateMachine<MinutesState, MinutesTrigger> For(Func<MinutesState> get, Action<MinutesState> set)
    {
        var machine = new StateMachine<MinutesState, MinutesTrigger>(get, set);
        machine.Configure(MinutesState.Drafted)
            .PermitReentry(MinutesTrigger.Sign)
            .PermitReentry(MinutesTrigger.Replace)
            .PermitReentry(MinutesTrigger.Correct)
            .Permit(MinutesTrigger.Approve, MinutesState.Approved);
        machine.Configure(MinutesState.Approved)
            .Permit(MinutesTrigger.Announce, MinutesState.Announced);
        machine.Configure(MinutesState.Announced)
            .Permit(MinutesTrigger.TakeDown, MinutesState.Final);
        return machine;
    }
}
