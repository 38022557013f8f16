using Fond.Domain.Common;

namespace Fond.Features.Platform.Workflows;

/// <param name="State">The present state's title.</param>
public sealed record WorkflowWrongState(Text State) : Refusal("WORKFLOW_WRONG_STATE", new(
    $"Det går inte nu: ärendet är i läget \"{State.Sv}\".", $"Not possible now: the case is in the state \"{State.En}\"."));

public sealed record WorkflowRoleNotPermitted(string Trigger) : Refusal("WORKFLOW_ROLE_NOT_PERMITTED", new(
    "Din roll får inte göra detta i ärendets nuvarande läge.", "Your role may not do this in the present state of the case."));

/// <param name="Condition">What must hold.</param>
public sealed record WorkflowGuardUnmet(Text Condition) : Refusal("WORKFLOW_GUARD_UNMET", new(
    $"Ett villkor är inte uppfyllt: {Condition.Sv}.", $"A condition is not met: {Condition.En}."));

public sealed record WorkflowNotStarted(string Workflow) : Refusal("WORKFLOW_NOT_STARTED", new(
    "Ärendet har inte kommit så långt.", "The case has not come that far."));
