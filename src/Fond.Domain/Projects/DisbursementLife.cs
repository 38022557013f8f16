using Stateless;
using Stateless.Graph;

namespace Fond.Domain.Projects;

public enum DisbursementState
{
    /// <summary>Waits for an officer.</summary>
    Requested,

    /// <summary>Paid out.</summary>
    Paid,

    /// <summary>Refused, with the reason.</summary>
    Refused,
}

public enum DisbursementTrigger { Pay, Refuse }

/// <summary>What can happen to a request for money, and when.</summary>
public static class DisbursementLife
{
    /// <summary>The machine as a Mermaid state diagram; <c>docs/machines/disbursement.mmd</c> holds the same text.</summary>
    public static string Diagram()
    {
        var state = DisbursementState.Requested;
        return MermaidGraph.Format(For(() => state, s => state = s).GetInfo());
    }

    internal static StateMachine<DisbursementState, DisbursementTrigger> For(Func<DisbursementState> get, Action<DisbursementState> set)
    {
        var machine = new StateMachine<DisbursementState, DisbursementTrigger>(get, set);
        machine.Configure(DisbursementState.Requested)
            .Permit(DisbursementTrigger.Pay, DisbursementState.Paid)
            .Permit(DisbursementTrigger.Refuse, DisbursementState.Refused);
        return machine;
    }
}
