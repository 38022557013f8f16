using Fond.Domain.Common;

namespace Fond.Features.Platform.Workflows;

public sealed record WorkflowWrongState(string State, string Trigger) : Refusal("WORKFLOW_WRONG_STATE", new(
    $"Det går inte nu: ärendet är i läget \"{State}\".", $"Not possible now: the case is in the state \"{State}\"."));

public sealed record WorkflowRoleNotPermitted(string Trigger) : Refusal("WORKFLOW_ROLE_NOT_PERMITTED", new(
    "Din roll får inte göra detta i ärendets nuvarande läge.", "Your role may not do this in the present state of the case."));

public sealed record WorkflowGuardUnmet(string Guard) : Refusal("WORKFLOW_GUARD_UNMET", new(
    $"Ett villkor är inte uppfyllt: {Guard}.", $"A condition is not met: {Guard}."));

public sealed record WorkflowNotStarted(string Workflow) : Refusal("WORKFLOW_NOT_STARTED", new(
    "Ärendet har inte kommit så långt.", "The case has not come that far."));
