using Stateless;
using Stateless.Graph;

namespace Fond.Domain.Assessments;

public enum AssessmentState
{
    /// <summary>Waits for the assessor.</summary>
    Assigned,

    /// <summary>Ended by a declared conflict of interest; counts for nothing.</summary>
    ConflictDeclared,

    /// <summary>Handed in; counts.</summary>
    Submitted,
}

public enum AssessmentTrigger { SaveScores, Submit, DeclareConflict }

/// <summary>What can happen to an assessment, and when.</summary>
public static class AssessmentLife
{
    /// <summary>The machine as a Mermaid state diagram; <c>docs/machines/assessment.mmd</c> holds the same text.</summary>
    public static string Diagram()
    {
        var state = AssessmentState.Assigned;
        return MermaidGraph.Format(For(() => state, s => state = s).GetInfo());
    }

    internal static StateMachine<AssessmentState, AssessmentTrigger> For(Func<AssessmentState> get, Action<AssessmentState> set)
    {
        var machine = new StateMachine<AssessmentState, AssessmentTrigger>(get, set);
        machine.Configure(AssessmentState.Assigned)
            .PermitReentry(AssessmentTrigger.SaveScores)
            .Permit(AssessmentTrigger.Submit, AssessmentState.Submitted)
            .Permit(AssessmentTrigger.DeclareConflict, AssessmentState.ConflictDeclared);
        machine.Configure(AssessmentState.Submitted)
            .Permit(AssessmentTrigger.DeclareConflict, AssessmentState.ConflictDeclared);
        return machine;
    }
}
