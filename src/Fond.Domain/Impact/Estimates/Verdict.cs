using Fond.Domain.Common;

namespace Fond.Domain.Impact.Estimates;

/// <summary>Whether a project did what was hoped for, as far as one indicator in one wave can tell.</summary>
public enum Outcome
{
    /// <summary>The p value, of a primary indicator adjusted for how many there are, is below 5 %, and the interval lies on the desired side of no difference.</summary>
    AsHoped,

    /// <summary>The p value or the interval does not exclude that there is no difference: whether there is one cannot be said.</summary>
    NotShown,

    /// <summary>As AsHoped, but the interval lies on the other side.</summary>
    Opposite,

    /// <summary>There is no estimate, or none that a verdict can go by.</summary>
    Unknown,
}

/// <summary>A verdict by one indicator in one wave.</summary>
/// <param name="Method">The one that the design puts first; it is not chosen by what came of it.</param>
/// <param name="Design">The plan's.</param>
/// <param name="Estimate">What it goes by; null when it cannot be told.</param>
/// <param name="Reason">Why it cannot be told; null when it can.</param>
/// <param name="Summary">In few words.</param>
/// <param name="Sentence">With figures, and with what cannot be said.</param>
public sealed record Verdict(PlanIndicator Indicator, PlanWave Wave, EffectMethod Method, StudyDesign Design, Outcome Outcome, Estimate? Estimate, Refusal? Reason, Text Summary, Text Sentence)
{
    /// <summary>How far an estimate could be taken for the project's doing, whether there is one or not.</summary>
    public DesignStrength Strength => Estimator.StrengthOf(Method, Design);
}
