using System.Globalization;
using Fond.Domain.Common;

namespace Fond.Domain.Impact.Catalogue;

/// <summary>What a plan may take from its fund's catalogue on a day.</summary>
/// <param name="entries">At least the versions of the codes that the plan names.</param>
public sealed class IndicatorCatalogue(IReadOnlyCollection<CatalogueIndicator> entries, DateOnly today)
{
    public static readonly IndicatorCatalogue Empty = new([], default);

    /// <summary>Fills in what comes from the catalogue. A plan keeps the version that it has taken once.</summary>
    /// <exception cref="RefusedException">With every indicator that the catalogue does not have in force or says otherwise of.</exception>
    internal IReadOnlyList<TakenIndicator> Take(MeasurementPlan plan, IReadOnlyList<PlannedIndicator> planned)
    {
        var taken = planned.Select(p => (Planned: p, Entry: p.Catalogue is { } code ? Find(code.Trim(), plan.Indicator(p.Code.Trim())?.CatalogueId) : null)).ToList();
        Refuse.WhenAny(taken.SelectMany((t, i) => Faults(t.Planned, t.Entry, i)));
        return [.. taken.Select(t => new TakenIndicator(t.Entry is { } entry ? Filled(t.Planned, entry) : t.Planned, t.Entry))];
    }

    private static PlannedIndicator Filled(PlannedIndicator planned, CatalogueIndicator entry) =>
        planned with { Unit = entry.Unit, Kind = entry.Kind, Direction = entry.Direction, Instrument = entry.Instrument, SourceSystem = entry.SourceSystem, Owner = entry.Owner, NameEn = planned.NameEn ?? entry.NameEn, UnitEn = entry.UnitEn ?? planned.UnitEn };

    private CatalogueIndicator? Find(string code, long? taken) =>
        entries.FirstOrDefault(e => e.Id == taken && e.Code == code) ?? entries.Where(e => e.Code == code && e.MayBeTakenOn(today)).MaxBy(e => e.Number);

    private static IEnumerable<Refusal> Faults(PlannedIndicator planned, CatalogueIndicator? entry, int index)
    {
        if (planned.Catalogue is not { } code) yield break;
        if (entry is null)
        {
            yield return new CatalogueNotAdopted(code) { Path = At("catalogue") };
            yield break;
        }
        foreach (var (field, said, its) in new[] { ("unit", planned.Unit, entry.Unit), ("instrument", planned.Instrument, entry.Instrument), ("sourceSystem", planned.SourceSystem, entry.SourceSystem), ("owner", planned.Owner, entry.Owner) })
            if (said is not null && said.Trim() != its) yield return new CatalogueDiffers(entry.Code) { Path = At(field) };
        if (planned.Kind is { } kind && kind != entry.Kind) yield return new CatalogueDiffers(entry.Code) { Path = At("kind") };
        if (planned.Direction is { } direction && direction != entry.Direction) yield return new CatalogueDiffers(entry.Code) { Path = At("direction") };

        string[] At(string field) => ["indicators", index.ToString(CultureInfo.InvariantCulture), field];
    }
}

/// <param name="Planned">With what comes from the catalogue filled in.</param>
/// <param name="Entry">Null: the project's own.</param>
internal sealed record TakenIndicator(PlannedIndicator Planned, CatalogueIndicator? Entry);
