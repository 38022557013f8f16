using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.Catalogue;

/// <summary>What an indicator (nyckeltal) of a fund's catalogue says, its code apart.</summary>
/// <param name="Name">In Swedish.</param>
/// <param name="Unit">In what: points, days, per cent; of one that is judged, on which scale.</param>
/// <param name="Definition">What is counted and what is not, so that two who measure it come to the same figure.</param>
/// <param name="Owner">The organisation or function that answers for it.</param>
/// <param name="Instrument">What it is measured with, such as a questionnaire; where there is none, the source system is given.</param>
/// <param name="SourceSystem">The register or system that it is read from.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="UnitEn">The unit in English.</param>
public sealed record IndicatorTerms(string Name, string Unit, IndicatorKind Kind, Direction Direction, string Definition, string Owner, string? Instrument = null, string? SourceSystem = null, string? NameEn = null, string? UnitEn = null)
{
    public const int LongestName = 200, LongestDefinition = 2_000;

    internal IEnumerable<Refusal> Faults()
    {
        foreach (var (field, text) in new[] { ("name", Name), ("owner", Owner) })
            if (text.IsBlankOrLongerThan(LongestName)) yield return Off(field, LongestName);
        if (Unit.IsNoUnit(LongestName)) yield return Off("unit", LongestName);
        if (UnitEn is { } unitEn && unitEn.IsNoUnit(LongestName)) yield return Off("unitEn", LongestName);
        if (Definition.IsBlankOrLongerThan(LongestDefinition)) yield return Off("definition", LongestDefinition);
        foreach (var (field, text) in new[] { ("instrument", Instrument), ("sourceSystem", SourceSystem), ("nameEn", NameEn) })
            if (text is not null && text.IsBlankOrLongerThan(LongestName)) yield return Off(field, LongestName);
        if (Instrument is null && SourceSystem is null) yield return new CatalogueSourceMissing { Path = ["indicator", "instrument"] };
    }

    private static PlanFieldInvalid Off(string field, int longest) => new(longest) { Path = ["indicator", field] };
}
