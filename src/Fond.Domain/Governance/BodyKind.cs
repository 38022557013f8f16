namespace Fond.Domain.Governance;

public enum BodyKind
{
    /// <summary>Styrgrupp: officials of several administrations; decides within what has been delegated to it.</summary>
    SteeringGroup,

    /// <summary>Undergrupp: works for a steering group.</summary>
    Subgroup,

    /// <summary>Beredningsgrupp, ledningsgrupp: prepares for another body.</summary>
    PreparationGroup,

    /// <summary>Socialt hållbarhetsråd: advises.</summary>
    Council,

    /// <summary>Kommunstyrelse.</summary>
    ExecutiveBoard,

    /// <summary>Kommunfullmäktige.</summary>
    CouncilAssembly,

    /// <summary>Remissinstans: is asked, and answers.</summary>
    ReferralBody,
}

public static class BodyKinds
{
    /// <summary>Elected bodies, which decide in their own right, without a delegation.</summary>
    public static bool IsBoard(this BodyKind kind) => kind is BodyKind.ExecutiveBoard or BodyKind.CouncilAssembly;

    public static bool MayDecide(this BodyKind kind) => kind is BodyKind.SteeringGroup || kind.IsBoard();
}
