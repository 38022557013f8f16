using Stateless.Graph;

namespace Fond.Workflows;

/// <summary>A definition as a picture.</summary>
public static class WorkflowDiagram
{
    /// <param name="currentState">Marked when given.</param>
    /// <param name="title">How a state is called, of its two titles.</param>
    /// <returns>Mermaid stateDiagram-v2.</returns>
    public static string Of(WorkflowDefinition definition, string? currentState, Func<LocalText, string> title)
    {
        var machine = WorkflowEngine.Machine(definition, () => definition.Initial, _ => { }, _ => true);
        var lines = MermaidGraph.Format(machine.GetInfo()).ReplaceLineEndings("\n").TrimEnd().Split('\n').Where(line => !IsLabel(line, definition));
        return string.Join('\n', (IEnumerable<string>)
        [
            .. lines,
            .. definition.States.Select(s => $"\t{Id(s.Name)} : {title(s.Title)}"),
            .. definition.States.Where(s => s.IsFinal).Select(s => $"\t{Id(s.Name)} --> [*]"),
            .. currentState is null ? Array.Empty<string>() : ["\tclassDef current fill:#ffd54f,stroke:#000", $"\tclass {Id(currentState)} current"],
        ]);
    }

    /// <summary>Stateless names a state by itself where its id had to lose a hyphen; the titles say more.</summary>
    private static bool IsLabel(string line, WorkflowDefinition definition) => definition.States.Any(s => line.Trim() == $"{Id(s.Name)} : {s.Name}");

    /// <summary>Mermaid takes no hyphen in an id, and Stateless leaves it out.</summary>
    private static string Id(string state) => state.Replace("-", "", StringComparison.Ordinal);
}
