using Stateless.Graph;

namespace Fond.Workflows;

/// <summary>A definition as a picture.</summary>
public static class WorkflowDiagram
{
    /// <param name="currentState">Marked when given.</param>
    /// <returns>Mermaid stateDiagram-v2.</returns>
    public static string Of(WorkflowDefinition definition, string? currentState)
    {
        var machine = WorkflowEngine.Machine(definition, () => definition.Initial, _ => { }, _ => true);
        var diagram = MermaidGraph.Format(machine.GetInfo()).ReplaceLineEndings("\n").TrimEnd();
        return currentState is null ? diagram : $"{diagram}\n\tclassDef current fill:#ffd54f,stroke:#000\n\tclass {Id(currentState)} current";
    }

    /// <summary>Mermaid takes no hyphen in an id, and Stateless leaves it out.</summary>
    private static string Id(string state) => state.Replace("-", "", StringComparison.Ordinal);
}
