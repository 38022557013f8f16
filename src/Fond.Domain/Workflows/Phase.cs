namespace Fond.Domain.Workflows;

/// <summary>
/// Where a case is, in the words that rules understand. Each state of a workflow definition names one; a municipality may
/// rename and add states, but rules look here.
/// </summary>
public enum Phase
{
    // application
    Draft,
    FormalCheck,
    Supplement,
    InAssessment,
    AwaitingDecision,
    Granted,
    Rejected,
    Dismissed,
    Withdrawn,
    Closed,

    // assessment
    Assigning,
    Scoring,
    JointProposal,
    Proposed,

    // funding-decision
    Preparing,
    ReferredToBoard,
    Decided,

    // impact-follow-up
    Agreement,
    Running,
    FinalReporting,
    Concluded,

    // any workflow that stopped before its goal, for instance because the application was withdrawn
    Cancelled,
}
