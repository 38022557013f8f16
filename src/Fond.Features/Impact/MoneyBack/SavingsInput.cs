using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Projects;

namespace Fond.Features.Impact.MoneyBack;

/// <summary>What is stated of a project's savings. Its costs are not: they are read from the decision, the ledger and the application's budget.</summary>
internal abstract record SavingsInput : ProjectInput
{
    /// <summary>The calendar year of year 0, in whose prices all is told; the project's first unless said.</summary>
    public int? StartYear { get; init; }

    /// <summary>All of them; 1 to 200.</summary>
    public required IReadOnlyList<StatedSaving> Savings { get; init; }

    /// <summary>Who bears the co-financing.</summary>
    public Payer CoFinancedBy { get; init; } = Payer.Municipality;

    /// <summary>The board's name, when it is a board.</summary>
    public string? CoFinancingBoard { get; init; }

    /// <summary>Why it is stated, or stated anew.</summary>
    public required string Note { get; init; }
}
