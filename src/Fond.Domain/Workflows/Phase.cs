namespace Fond.Domain.Workflows;

/// <summary>
/// Where a case is, in the words that rules understand. Each state of a workflow definition names one; a municipality may
/// rename and add states, but rules look here.
/// </summary>
public enum Phase
{
    /// <summary>Application in two steps: a short idea is being written; the lead's alone.</summary>
    Idea,

    /// <summary>Application in two steps: the idea is handed in and waits for an answer.</summary>
    IdeaReview,

    /// <summary>Application in two steps: ended with a no to the idea.</summary>
    IdeaDeclined,

    /// <summary>Application: being written; the lead's alone.</summary>
    Draft,

    /// <summary>Application: submitted; an officer checks whether it can be considered.</summary>
    FormalCheck,

    /// <summary>Application: sent back to the lead for a supplement before a last day.</summary>
    Supplement,

    /// <summary>Application: with the assessors.</summary>
    InAssessment,

    /// <summary>Application: proposed by the assessors, not yet decided.</summary>
    AwaitingDecision,

    /// <summary>Application: granted in full or in part; the project goes on.</summary>
    Granted,

    /// <summary>Application: decided with a no.</summary>
    Rejected,

    /// <summary>Application: ended at the formal check without being considered.</summary>
    Dismissed,

    /// <summary>Application: taken back by the lead before the decision.</summary>
    Withdrawn,

    /// <summary>Application or follow-up: the project is over and its money settled.</summary>
    Closed,

    /// <summary>Assessment: assessors are to be named.</summary>
    Assigning,

    /// <summary>Assessment: assessors score.</summary>
    Scoring,

    /// <summary>Assessment: all have handed in; the joint proposal is to be written.</summary>
    JointProposal,

    /// <summary>Assessment: the joint proposal is written.</summary>
    Proposed,

    /// <summary>Decision: before the steering group.</summary>
    Preparing,

    /// <summary>Decision: with the board, which decides.</summary>
    ReferredToBoard,

    /// <summary>Decision: made.</summary>
    Decided,

    /// <summary>Follow-up: the agreement is to be signed.</summary>
    Agreement,

    /// <summary>Follow-up: the project runs.</summary>
    Running,

    /// <summary>Follow-up: the final report is in; what happens next is to be decided.</summary>
    FinalReporting,

    /// <summary>Follow-up: what happens next is decided; the project is to be closed.</summary>
    Concluded,

    /// <summary>Any workflow that stopped before its goal, for instance because the application was withdrawn.</summary>
    Cancelled,
}
