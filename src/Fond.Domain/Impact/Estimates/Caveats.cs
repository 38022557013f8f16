using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What cannot be said of a finding, or only on an assumption.</summary>
internal static class Caveats
{
    public static Text Of(EffectMethod method, StudyDesign design, Technique technique, IReadOnlyList<Cell> cells)
    {
        List<Text> caveats = [Of(Estimator.StrengthOf(method, design)), .. OfDesign(method, design), .. OfTechnique(technique, cells)];
        return new(string.Join(' ', caveats.Select(c => c.Sv)), string.Join(' ', caveats.Select(c => c.En)));
    }

    private static Text Of(DesignStrength strength) => strength switch
    {
        DesignStrength.Weak => new("Andra orsaker än projektet kan ligga bakom.", "Causes other than the project may lie behind it."),
        DesignStrength.Moderate => new("Att tillskriva projektet detta förutsätter att grupperna annars hade utvecklats lika.", "Attributing it to the project assumes that the groups would otherwise have changed in the same way."),
        DesignStrength.Strong => new("Grupperna är lottade, vilket gör andra orsaker osannolika om få har fallit bort.", "The groups were drawn by lot, which makes other causes unlikely if few have dropped out."),
        _ => throw new ArgumentOutOfRangeException(nameof(strength)),
    };

    private static IEnumerable<Text> OfDesign(EffectMethod method, StudyDesign design)
    {
        if (method == EffectMethod.BeforeAfter) yield break;
        if (design == StudyDesign.Stepped) yield return new(
            "Enheterna börjar en efter en, men grupperna jämförs som om de vore desamma hela tiden: när enheter har gått över till projektet visar skillnaden inte längre dess effekt.",
            "Units begin one after another, but the groups are compared as if they were the same throughout: once units have crossed over to the project, the difference no longer shows its effect.");
        if (design == StudyDesign.Waitlist) yield return new(
            "Det gäller bara så länge jämförelsegruppen väntar: när den har fått sin tur visar skillnaden inte längre projektets effekt.",
            "It holds only while the comparison group waits: once it has had its turn, the difference no longer shows the project's effect.");
    }

    private static IEnumerable<Text> OfTechnique(Technique technique, IReadOnlyList<Cell> cells)
    {
        if (technique is Technique.RateDifference or Technique.RateRatio) yield return new(
            "Intervallet förutsätter att händelserna inträffar oberoende av varandra: står några få för många av dem är det för smalt.",
            "The interval assumes that events occur independently of each other: where a few individuals account for many of them it is too narrow.");
        if (Units.Overlooks(technique, cells)) yield return new(
            "Intervallet tar inte hänsyn till att de som hör till samma enhet liknar varandra, och kan därför vara för smalt.",
            "The interval does not allow for the likeness of those in the same unit, and may therefore be too narrow.");
    }
}
