namespace Fond.Domain.Projects;

/// <summary>That a baseline which was measured when the project had begun is taken for what it is.</summary>
/// <param name="Reason">Why it came late, and why the project goes on.</param>
/// <param name="AcceptedOn">The day on which the fund's officer said so.</param>
public sealed record LateBaseline(string Reason, DateOnly AcceptedOn);
