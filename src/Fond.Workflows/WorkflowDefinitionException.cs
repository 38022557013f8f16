namespace Fond.Workflows;

/// <param name="JsonPath">The place in the file: <c>$.states[2].transitions[0].to</c>.</param>
public sealed record WorkflowFault(string JsonPath, string Reason);

/// <summary>A definition that cannot be used; every fault that was found is named.</summary>
public sealed class WorkflowDefinitionException(string file, IReadOnlyList<WorkflowFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(f => $"{file}: {f.JsonPath}: {f.Reason}")))
{
    public string File { get; } = file;

    public IReadOnlyList<WorkflowFault> Faults { get; } = faults;
}
