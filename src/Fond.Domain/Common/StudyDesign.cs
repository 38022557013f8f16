namespace Fond.Domain.Common;

/// <summary>How an effect is told from what would have happened anyway.</summary>
public enum StudyDesign
{
    /// <summary>The same group before and after; other causes of a change cannot be told apart.</summary>
    BeforeAfter,

    /// <summary>Beside a similar group that receives the usual services.</summary>
    MatchedComparison,

    /// <summary>Beside an earlier group.</summary>
    HistoricalComparison,

    /// <summary>Beside those who wait for their turn.</summary>
    Waitlist,

    /// <summary>Units begin one after another.</summary>
    Stepped,

    /// <summary>Randomised: who belongs to which group is drawn by lot.</summary>
    Randomised,

    /// <summary>Beside a group from registers.</summary>
    RegisterComparison,
}
