using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using static Fond.Domain.Impact.MeasurementGroup;
using static Fond.Domain.Tests.Impact.GivenPlan;

namespace Fond.Domain.Tests.Impact;

/// <summary>People who were measured one by one, and what is told of them.</summary>
internal static class GivenIndividuals
{
    public static Reading One(long indicator, long wave, MeasurementGroup group, string subject, decimal value, string? site = null) =>
        new(indicator, wave, group, value, null, null, null, null) { SubjectKey = subject, SiteKey = site };

    /// <summary>So many are in each school of <see cref="Individuals"/>; where fewer, what goes by schools is hidden.</summary>
    public const int InSchool = 3;

    /// <summary>Twelve in each group, baseline 1 to 12; later 3 more in the one and 1 more in the other, now and then off by one.</summary>
    public static IEnumerable<Reading> Individuals(long indicator) =>
        from intervention in Enum.GetValues<MeasurementGroup>()
        from i in Enumerable.Range(1, 12)
        from wave in new[] { 11L, 12 }
        let gain = wave == 11 ? 0 : (intervention == Intervention ? 3 : 1) + i % 2
        select One(indicator, wave, intervention, $"{intervention}{i}", i + gain, $"{intervention} {i % 4}");

    public static Effect EffectOf(IEnumerable<Reading> readings, string indicator, EffectMethod method, int threshold = 5) =>
        new Results(Wide(), readings, threshold).Effects().Single(e => e.Indicator.Code == indicator && e.Method == method && e.Subgroup is null);

    public static int Number(Reading r) => int.Parse(r.SubjectKey![$"{r.Group}".Length..], System.Globalization.CultureInfo.InvariantCulture);

    public static FurtherFinding By(Effect effect, Technique technique) => effect.Further.Single(f => f.Technique == technique);
}
