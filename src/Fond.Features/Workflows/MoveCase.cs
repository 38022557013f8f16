using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Workflows;

internal sealed record MoveCaseInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>The definition's name: application, assessment, funding-decision, impact-follow-up.</summary>
    public required string Workflow { get; init; }

    /// <summary>One of its permittedTriggers that has no mutation of its own: a step that the municipality has added.</summary>
    public required string Trigger { get; init; }

    /// <summary>Why; it stands in the case's history.</summary>
    public string? Note { get; init; }
}

internal sealed class MoveCase(Finder finder, WorkflowRunner workflows) : IHandler<MoveCaseInput, Application>
{
    public async Task<Application> Handle(MoveCaseInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        if (!Workflow.Phases.ContainsKey(input.Workflow)) throw new RefusedException(new NotFound(nameof(Workflow)) { Path = ["workflow"] });
        Refuse.When(Workflow.IsFiredByCode(input.Workflow, input.Trigger), new WorkflowTriggerOwned(input.Trigger) { Path = ["trigger"] });
        await workflows.FireAsync(input.Workflow, application, input.Trigger, ct, string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim());
        return application;
    }
}

public sealed record WorkflowTriggerOwned(string Trigger) : Refusal("WORKFLOW_TRIGGER_OWNED", new(
    $"Steget {Trigger} tas med sin egen mutation, som prövar det som hör till.", $"The step {Trigger} is taken by its own mutation, which checks what belongs to it."));
