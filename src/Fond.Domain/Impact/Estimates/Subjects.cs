using Fond.Domain.Common;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Impact.Estimates;

/// <summary>What a figure is of, in words.</summary>
internal static class Subjects
{
    public static Text Of(Question question, Technique technique) => new(Named(question, technique, Language.Swedish).Sv, Named(question, technique, Language.English).En);

    /// <summary>With names in one language.</summary>
    private static Text Named(Question question, Technique technique, Language language)
    {
        var (indicator, wave) = (question.Indicator.NameIn.In(language), question.Wave.NameIn.In(language));
        var name = question.Subgroup is { } part ? $"{indicator} ({part})" : indicator;
        var plain = Plain(question.Method, name, wave);
        return technique == Technique.ClusterDifference ? AllowingForUnits(plain) : Special(question, technique, name, wave) ?? plain;
    }

    private static Text AllowingForUnits(Text what) => new(
        $"{what.Sv}, med hänsyn till att de som hör till samma enhet liknar varandra",
        $"{what.En}, allowing for the likeness of those in the same unit");

    private static Text Plain(EffectMethod method, string name, string wave) => method switch
    {
        EffectMethod.BeforeAfter => new(
            $"{name}, ändring från baslinjen till {wave} bland dem som projektet når",
            $"{name}, change from the baseline to {wave} among those whom the project reaches"),
        EffectMethod.GroupDifference => new(
            $"{name}, skillnad i {wave} mellan dem som projektet når och jämförelsegruppen",
            $"{name}, difference in {wave} between those whom the project reaches and the comparison group"),
        EffectMethod.DifferenceInDifferences => new(
            $"{name}, ändring från baslinjen till {wave} utöver jämförelsegruppens ändring",
            $"{name}, change from the baseline to {wave} beyond that of the comparison group"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>Null where the method says it all.</summary>
    private static Text? Special(Question question, Technique technique, string name, string wave) => technique switch
    {
        Technique.PairedChange or Technique.PairedShareChange => new(
            $"{name}, ändring från baslinjen till {wave} hos dem som mättes båda gångerna",
            $"{name}, change from the baseline to {wave} of those measured both times"),
        Technique.SignedRank => new(
            $"{name}, andelen som gick uppåt minus andelen som gick nedåt från baslinjen till {wave} bland dem som mättes båda gångerna",
            $"{name}, the share who rose less the share who fell from the baseline to {wave} among those measured both times"),
        Technique.ChangeDifference => new(
            $"{name}, ändring från baslinjen till {wave} utöver jämförelsegruppens ändring, hos dem som mättes båda gångerna",
            $"{name}, change from the baseline to {wave} beyond that of the comparison group, of those measured both times"),
        Technique.Ancova => new(
            $"{name}, skillnad i {wave} mot jämförelsegruppen, räknat som om alla hade haft samma baslinje",
            $"{name}, difference in {wave} from the comparison group, as if all had had the same baseline"),
        Technique.RiskRatio or Technique.RateRatio => new(
            $"{name}, i {wave} bland dem som projektet når jämfört med jämförelsegruppen",
            $"{name}, in {wave} among those whom the project reaches compared with the comparison group"),
        Technique.OddsRatio => new(
            $"{name}, oddskvot i {wave} mellan dem som projektet når och jämförelsegruppen",
            $"{name}, odds ratio in {wave} of those whom the project reaches to the comparison group"),
        Technique.NumberNeeded => new(
            $"{name}, hur många som projektet behöver nå för att det ska gälla en till i {wave} (minustecken: en färre)",
            $"{name}, how many the project must reach for it to be true of one more in {wave} (minus sign: one fewer)"),
        Technique.StandardisedDifference => new(
            $"{name}, skillnad i {wave} mot jämförelsegruppen, mätt i spridningen mellan individer",
            $"{name}, difference in {wave} from the comparison group, measured in the spread between individuals"),
        Technique.Superiority => new(
            $"{name}, chansen att en som projektet når ligger högre i {wave} än {(question.Method == EffectMethod.BeforeAfter ? "en vid baslinjen" : "en i jämförelsegruppen")} (50 % är ingen skillnad)",
            $"{name}, the chance that one whom the project reaches is higher in {wave} than {(question.Method == EffectMethod.BeforeAfter ? "one at the baseline" : "one in the comparison group")} (50% is no difference)"),
        _ => null,
    };
}
