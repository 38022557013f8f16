using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>What a key figure is, and where its values are from.</summary>
/// <param name="Name">What it tells.</param>
/// <param name="Definition">How it is counted: of whom, and by what.</param>
/// <param name="Direction">What is wished for; null: neither.</param>
/// <param name="Source">Who publishes it.</param>
/// <param name="Attribution">What is said wherever its values are shown: the licence, or what its terms demand.</param>
/// <param name="Url">Where it is published.</param>
/// <param name="Owner">The function that answers for it in the municipality.</param>
/// <param name="KoladaKpi">Its id in Kolada, from where its values are then fetched: N15436.</param>
/// <param name="PerPerson">Whether its values are per person, as by inhabitant or pupil, and not the sum of an area; left out: as its unit says.</param>
public sealed record KeyFigureTerms(Text Name, string Definition, Direction? Direction, string Source, string? Attribution, string? Url, string Owner, string? KoladaKpi = null, bool? PerPerson = null)
{
    /// <summary>Characters.</summary>
    public const int LongestName = 200, LongestText = 2_000, LongestUrl = 500;

    internal IEnumerable<Refusal> Faults()
    {
        if (Name.Sv.IsBlankOrLongerThan(LongestName)) yield return new KeyFigureTextInvalid(LongestName) { Path = ["name", "sv"] };
        if (Name.En.IsBlankOrLongerThan(LongestName)) yield return new KeyFigureTextInvalid(LongestName) { Path = ["name", "en"] };
        if (Definition.IsBlankOrLongerThan(LongestText)) yield return new KeyFigureTextInvalid(LongestText) { Path = ["definition"] };
        if (Source.IsBlankOrLongerThan(LongestName)) yield return new KeyFigureTextInvalid(LongestName) { Path = ["source"] };
        if (Attribution is not null && Attribution.IsBlankOrLongerThan(LongestName)) yield return new KeyFigureTextInvalid(LongestName) { Path = ["attribution"] };
        if (Owner.IsBlankOrLongerThan(LongestName)) yield return new KeyFigureTextInvalid(LongestName) { Path = ["owner"] };
        if (KoladaKpi is not null && !KoladaIds.IsKpi(KoladaKpi)) yield return new KeyFigureKpiInvalid { Path = ["koladaKpi"] };
        if (Url is not null && (Url.Length > LongestUrl || WebAddress.Read(Url) is null)) yield return new KeyFigureUrlInvalid { Path = ["url"] };
    }
}
