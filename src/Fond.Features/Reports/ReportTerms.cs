using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Impact.Statistics;

namespace Fond.Features.Reports;

/// <summary>What reports call things.</summary>
internal static class ReportTerms
{
    public static Text Of(LogicStep step) => step switch
    {
        LogicStep.Resource => new("resurs", "resource"),
        LogicStep.Activity => new("aktivitet", "activity"),
        LogicStep.Output => new("prestation", "output"),
        LogicStep.Outcome => new("utfall", "outcome"),
        LogicStep.Effect => new("effekt", "effect"),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static Text Of(StudyDesign design) => design switch
    {
        StudyDesign.BeforeAfter => new("före och efter, utan jämförelsegrupp", "before and after, without a comparison group"),
        StudyDesign.MatchedComparison => new("jämförelse med en liknande grupp", "comparison with a similar group"),
        StudyDesign.HistoricalComparison => new("jämförelse med en tidigare grupp", "comparison with an earlier group"),
        StudyDesign.Waitlist => new("jämförelse med dem som väntar på sin tur", "comparison with those who wait for their turn"),
        StudyDesign.Stepped => new("enheter som börjar en efter en", "units that begin one after another"),
        StudyDesign.Randomised => new("lottade grupper", "groups drawn by lot"),
        StudyDesign.RegisterComparison => new("jämförelse med en grupp ur register", "comparison with a group from registers"),
        _ => throw new ArgumentOutOfRangeException(nameof(design)),
    };

    public static Text Of(DesignStrength strength) => strength switch
    {
        DesignStrength.Weak => new("svag", "weak"),
        DesignStrength.Moderate => new("måttlig", "moderate"),
        DesignStrength.Strong => new("stark", "strong"),
        _ => throw new ArgumentOutOfRangeException(nameof(strength)),
    };

    public static Text Meaning(DesignStrength strength) => strength switch
    {
        DesignStrength.Weak => new("Andra orsaker än projektet kan inte skiljas ut.", "Causes other than the project cannot be told apart."),
        DesignStrength.Moderate => new("Det går att säga något om projektets del, under antagandet att grupperna annars hade utvecklats lika.", "Something can be said of the project's part, on the assumption that the groups would otherwise have changed alike."),
        DesignStrength.Strong => new("Lotten gör grupperna lika: andra orsaker drabbar båda lika, om få faller bort.", "The lot makes the groups alike: other causes strike both alike, if few drop out."),
        _ => throw new ArgumentOutOfRangeException(nameof(strength)),
    };

    public static Text Of(EffectMethod method) => method switch
    {
        EffectMethod.BeforeAfter => new("ändring sedan baslinjen", "change since the baseline"),
        EffectMethod.GroupDifference => new("skillnad mellan grupperna", "difference between the groups"),
        EffectMethod.DifferenceInDifferences => new("ändring utöver jämförelsegruppens", "change beyond the comparison group's"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    public static Text Of(Outcome outcome) => outcome switch
    {
        Outcome.AsHoped => new("som man hoppades", "as hoped"),
        Outcome.NotShown => new("ingen skillnad visad", "no difference shown"),
        Outcome.Opposite => new("tvärtemot", "the opposite"),
        Outcome.Unknown => new("går inte att säga", "cannot be told"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Text Of(MeasurementGroup group) => group switch
    {
        MeasurementGroup.Intervention => new("de som projektet når", "those whom the project reaches"),
        MeasurementGroup.Comparison => new("jämförelsegruppen", "the comparison group"),
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    public static Text Of(Direction direction) => direction switch
    {
        Direction.HigherIsBetter => new("högre är bättre", "higher is better"),
        Direction.LowerIsBetter => new("lägre är bättre", "lower is better"),
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };

    public static Text Of(SavingsBasis basis) => basis switch
    {
        SavingsBasis.Expected => new("väntad", "expected"),
        SavingsBasis.Verified => new("verifierad", "verified"),
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };

    public static Text Of(Party party) => party.Payer switch
    {
        Payer.Board => new(party.Board!, party.Board!),
        Payer.Municipality => new("Kommunen i övrigt", "The municipality otherwise"),
        Payer.Region => new("Regionen", "The region"),
        Payer.EmploymentService => new("Arbetsförmedlingen", "The employment service"),
        Payer.SocialInsurance => new("Försäkringskassan", "The social insurance agency"),
        Payer.State => new("Staten i övrigt", "The state otherwise"),
        Payer.Individuals => new("Enskilda och hushåll", "Individuals and households"),
        _ => throw new ArgumentOutOfRangeException(nameof(party)),
    };

    public static Text Of(Technique technique) => technique switch
    {
        Technique.MeanDifference => new("skillnad mellan medelvärden (Welch)", "difference of means (Welch)"),
        Technique.PairedChange => new("parad ändring (Student)", "paired change (Student)"),
        Technique.Ancova => new("skillnad vid samma baslinje (kovariansanalys)", "difference at the same baseline (analysis of covariance)"),
        Technique.ClusterDifference => new("skillnad mellan grupper av hela enheter (klusterrobust, CR2)", "difference between groups of whole units (cluster-robust, CR2)"),
        Technique.ShareDifference => new("skillnad mellan andelar (Newcombe)", "difference of shares (Newcombe)"),
        Technique.RiskRatio => new("riskkvot (Katz)", "risk ratio (Katz)"),
        Technique.OddsRatio => new("oddskvot (Woolf)", "odds ratio (Woolf)"),
        Technique.NumberNeeded => new("antal som behöver nås (Bender)", "number needed (Bender)"),
        Technique.RateDifference => new("skillnad mellan frekvenser (poängintervall)", "difference of rates (score intervals)"),
        Technique.RateRatio => new("frekvenskvot (exakt)", "rate ratio (exact)"),
        Technique.StandardisedDifference => new("standardiserad skillnad (Hedges g)", "standardised difference (Hedges' g)"),
        Technique.Superiority => new("chans att ligga högre (Mann-Whitney)", "chance of lying above (Mann-Whitney)"),
        Technique.PairedShareChange => new("parad ändring av andel (Newcombe; p enligt McNemar)", "paired change of a share (Newcombe; p by McNemar)"),
        Technique.SignedRank => new("parad ändring på skala (Wilcoxon)", "paired change on a scale (Wilcoxon)"),
        Technique.ChangeDifference => new("skillnad mellan ändringar (Welch)", "difference of changes (Welch)"),
        Technique.Share => new("andel (Clopper-Pearson)", "share (Clopper-Pearson)"),
        _ => throw new ArgumentOutOfRangeException(nameof(technique)),
    };
}
