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
}

public enum ConsultationTrigger { Change, Send, Answer, Close }

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
            .Permit(ConsultationTrigger.Close, ConsultationState.Closed);
        return machine;
    }
}
