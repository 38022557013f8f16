using Stateless;
using Stateless.Graph;

namespace Fond.Domain.Consultations;

public enum ConsultationState
{
    /// <summary>Being prepared; the officers' alone.</summary>
    Draft,

    /// <summary>Sent to the bodies that are asked.</summary>
    Sent,

    /// <summary>Ended; no more answers.</summary>
    Closed,

    /// <summary>Taken back before it ended; no more answers.</summary>
    Withdrawn,
}

public enum ConsultationTrigger { Change, Send, Answer, Extend, Close, Withdraw }

/// <summary>What can happen to a consultation, and when.</summary>
public static class ConsultationLife
{
    /// <summary>The machine as a Mermaid state diagram; <c>docs/machines/consultation.mmd</c> holds the same text.</summary>
    public static string Diagram()
    {
        var state = ConsultationState.Draft;
        return MermaidGraph.Format(For(() => state, s => state = s).GetInfo());
    }

    internal static StateMachine<ConsultationState, ConsultationTrigger> For(Func<ConsultationState> get, Action<ConsultationState> set)
    {
        var machine = new StateMachine<ConsultationState, ConsultationTrigger>(get, set);
        machine.Configure(ConsultationState.Draft)
            .PermitReentry(ConsultationTrigger.Change)
            .Permit(ConsultationTrigger.Send, ConsultationState.Sent);
        machine.Configure(ConsultationState.Sent)
            .PermitReentry(ConsultationTrigger.Answer)
            .PermitReentry(ConsultationTrigger.Extend)
            .Permit(ConsultationTrigger.Close, ConsultationState.Closed)
            .Permit(ConsultationTrigger.Withdraw, ConsultationState.Withdrawn);
        return machine;
    }
}
