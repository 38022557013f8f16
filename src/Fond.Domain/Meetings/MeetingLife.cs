using Stateless;
using Stateless.Graph;

namespace Fond.Domain.Meetings;

public enum MeetingState
{
    /// <summary>Being planned; the office's alone.</summary>
    Draft,

    /// <summary>The members have been called.</summary>
    Called,

    /// <summary>Opened; items are taken up.</summary>
    InSession,

    /// <summary>Ended; what was recorded stands.</summary>
    Closed,

    /// <summary>Called off.</summary>
    Cancelled,
}

public enum MeetingTrigger { Plan, Amend, Call, Open, Record, Close, Cancel }

/// <summary>What can happen to a meeting, and when.</summary>
public static class MeetingLife
{
    /// <summary>The machine as a Mermaid state diagram; <c>docs/machines/meeting.mmd</c> holds the same text.</summary>
    public static string Diagram()
    {
        var state = MeetingState.Draft;
        return MermaidGraph.Format(For(() => state, s => state = s).GetInfo());
    }

    internal static StateMachine<MeetingState, MeetingTrigger> For(Func<MeetingState> get, Action<MeetingState> set)
    {
        var machine = new StateMachine<MeetingState, MeetingTrigger>(get, set);
        machine.Configure(MeetingState.Draft)
            .PermitReentry(MeetingTrigger.Plan)
            .PermitReentry(MeetingTrigger.Amend)
            .Permit(MeetingTrigger.Call, MeetingState.Called)
            .Permit(MeetingTrigger.Cancel, MeetingState.Cancelled);
        machine.Configure(MeetingState.Called)
            .PermitReentry(MeetingTrigger.Amend)
            .Permit(MeetingTrigger.Open, MeetingState.InSession)
            .Permit(MeetingTrigger.Cancel, MeetingState.Cancelled);
        machine.Configure(MeetingState.InSession)
            .PermitReentry(MeetingTrigger.Amend)
            .PermitReentry(MeetingTrigger.Record)
            .Permit(MeetingTrigger.Close, MeetingState.Closed);
        return machine;
    }
}
