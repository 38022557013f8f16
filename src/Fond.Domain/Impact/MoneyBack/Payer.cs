namespace Fond.Domain.Impact.MoneyBack;

/// <summary>Whose money is saved or spent, as Swedish socio-economic reports divide it.</summary>
public enum Payer
{
    /// <summary>A board of the municipality, by name.</summary>
    Board,

    /// <summary>The municipality otherwise.</summary>
    Municipality,

    Region,

    /// <summary>Arbetsförmedlingen.</summary>
    EmploymentService,

    /// <summary>Försäkringskassan.</summary>
    SocialInsurance,

    /// <summary>Other state agencies.</summary>
    State,

    /// <summary>Those whom the project reaches, and their households.</summary>
    Individuals,
}

/// <summary>One who gains or pays.</summary>
/// <param name="Board">The board's name, for <see cref="Payer.Board"/>.</param>
public sealed record Party(Payer Payer, string? Board = null)
{
    private const int LongestBoard = 200;

    /// <summary>A board has a name, and nobody else has.</summary>
    internal bool IsClear => Payer == Payer.Board ? !string.IsNullOrWhiteSpace(Board) && Board.Length <= LongestBoard : Board is null;
}
