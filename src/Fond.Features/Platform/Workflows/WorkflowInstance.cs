using Fond.Domain.Common;
using Fond.Domain.Workflows;
using Fond.Features.Platform.Audit;

namespace Fond.Features.Platform.Workflows;

/// <summary>A definition as it read when cases began on it. A changed file becomes the next version; running cases stay on theirs.</summary>
internal sealed class WorkflowVersion : Entity
{
    private WorkflowVersion() { }

    public WorkflowVersion(string name, int number, string hash, string json, DateTimeOffset at) =>
        (Name, Number, Hash, Json, At) = (name, number, hash, json, at);

    public string Name { get; private set; } = "";

    /// <summary>1, 2, 3 ... a name.</summary>
    public int Number { get; private set; }

    public string Hash { get; private set; } = "";

    public string Json { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

/// <summary>One workflow running for one application.</summary>
internal sealed class WorkflowInstance : Aggregate
{
    private readonly List<WorkflowStep> _steps = [];

    private WorkflowInstance() { }

    public WorkflowInstance(string workflow, long workflowVersionId, long applicationId) =>
        (Workflow, WorkflowVersionId, ApplicationId) = (workflow, workflowVersionId, applicationId);

    public string Workflow { get; private set; } = "";

    public long WorkflowVersionId { get; private set; }

    public long ApplicationId { get; private set; }

    public string State { get; private set; } = "";

    public Phase Phase { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>How it came here, oldest first.</summary>
    public IReadOnlyList<WorkflowStep> Steps => _steps;

    public void MoveTo(string state, Phase phase, bool ended, WorkflowStep step)
    {
        (State, Phase, Ended) = (state, phase, ended);
        _steps.Add(step);
    }
}

/// <summary>One move in a case's history.</summary>
internal sealed class WorkflowStep : Entity, IUnaudited
{
    private WorkflowStep() { }

    public WorkflowStep(string? from, string to, string? trigger, string who, long? personId, DateTimeOffset at, string? note) =>
        (From, To, Trigger, Who, PersonId, At, Note) = (from, to, trigger, who, personId, at, note);

    /// <summary>Null where the workflow began.</summary>
    public string? From { get; private set; }

    public string To { get; private set; } = "";

    public string? Trigger { get; private set; }

    public string Who { get; private set; } = "";

    public long? PersonId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Why, where whoever did it had to say.</summary>
    public string? Note { get; private set; }
}
