using System.Globalization;
using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>The unweighted mean of some years' values.</summary>
/// <param name="Years">Those that have a value, in order.</param>
public sealed record MeanOfYears(IReadOnlyList<int> Years, decimal Mean);

/// <summary>
/// How an area's key figure has changed from the years before a project to those after its first, beside other areas: a description, not an effect. A mean of up to three years on either
/// side evens out what differs from year to year; the first year, which is both before and after, is left out.
/// </summary>
/// <param name="Before">The last years before the project's first.</param>
/// <param name="After">The first years after it.</param>
/// <param name="Elsewhere">The mean change of other areas with values for the same years, or of the whole municipality where there are none; null without either.</param>
/// <param name="ElsewhereAreas">How many other areas; 0 when it is the whole municipality's, or nobody's.</param>
public sealed record AreaChange(MeanOfYears Before, MeanOfYears After, decimal? Elsewhere, int ElsewhereAreas)
{
    private const int MostYears = 3;

    /// <summary>In the key figure's unit.</summary>
    public decimal Change => After.Mean - Before.Mean;

    /// <param name="own">The area's values by year.</param>
    /// <param name="others">Those of the fund's other areas; none when the area is the whole municipality.</param>
    /// <param name="whole">The whole municipality's.</param>
    /// <param name="firstYear">The project's.</param>
    /// <returns>Null without a value on either side.</returns>
    public static AreaChange? Of(IReadOnlyDictionary<int, decimal> own, IEnumerable<IReadOnlyDictionary<int, decimal>> others, IReadOnlyDictionary<int, decimal>? whole, int firstYear)
    {
        int[] before = [.. own.Keys.Where(y => y < firstYear).OrderDescending().Take(MostYears).Order()], after = [.. own.Keys.Where(y => y > firstYear).Order().Take(MostYears)];
        if (before.Length == 0 || after.Length == 0) return null;
        var changes = others.Where(HasAll).Select(ChangeOf).ToList();
        var elsewhere = changes.Count > 0 ? changes.Average() : whole is not null && HasAll(whole) ? ChangeOf(whole) : (decimal?)null;
        return new(new(before, MeanOf(own, before)), new(after, MeanOf(own, after)), elsewhere, changes.Count);

        bool HasAll(IReadOnlyDictionary<int, decimal> values) => before.Concat(after).All(values.ContainsKey);

        decimal ChangeOf(IReadOnlyDictionary<int, decimal> values) => MeanOf(values, after) - MeanOf(values, before);
    }

    /// <summary>In words, with what cannot be said. Kolada's terms forbid to name it as the source of what others work out, so Fond says that it has done so.</summary>
    public Text Sentence(string area, string unit) => new(
        $"{area}: i medeltal {Number(Before.Mean, Numbers.Swedish)} ({unit}) {Years(Before, "och")} och {Number(After.Mean, Numbers.Swedish)} {Years(After, "och")}, en ändring med {Signed(Change, Numbers.Swedish)}.{ElsewhereSv} Beräkningen är Fonds egen; den beskriver en utveckling och visar inte vad projektet har lett till.",
        $"{area}: {Number(Before.Mean, Numbers.English)} ({unit}) on average in {Years(Before, "and")} and {Number(After.Mean, Numbers.English)} in {Years(After, "and")}, a change of {Signed(Change, Numbers.English)}.{ElsewhereEn} The calculation is Fond's own; it describes a development and does not show what the project has led to.");

    private string ElsewhereSv => Elsewhere is not { } change ? " Värden att ställa bredvid saknas för samma år."
        : ElsewhereAreas > 0 ? $" I andra områden i kommunen ({ElsewhereAreas}) ändrades det samtidigt i medeltal med {Signed(change, Numbers.Swedish)}."
        : $" I hela kommunen ändrades det samtidigt med {Signed(change, Numbers.Swedish)}.";

    private string ElsewhereEn => Elsewhere is not { } change ? " There are no values for the same years to put beside it."
        : ElsewhereAreas > 0 ? $" In other areas of the municipality ({ElsewhereAreas}) it changed by {Signed(change, Numbers.English)} on average at the same time."
        : $" In the whole municipality it changed by {Signed(change, Numbers.English)} at the same time.";

    private static decimal MeanOf(IReadOnlyDictionary<int, decimal> values, int[] years) => years.Average(y => values[y]);

    private static string Number(decimal value, NumberFormatInfo format) => value.ToString("0.##", format);

    private static string Signed(decimal value, NumberFormatInfo format) => value.ToString("+0.##;-0.##;0", format).Replace("-", format.NegativeSign, StringComparison.Ordinal);

    /// <summary>As a span where they follow on each other, else each by itself.</summary>
    private static string Years(MeanOfYears mean, string and)
    {
        var years = mean.Years;
        if (years[^1] - years[0] == years.Count - 1) return years.Count == 1 ? $"{years[0]}" : $"{years[0]}–{years[^1]}";
        return $"{string.Join(", ", years.SkipLast(1))} {and} {years[^1]}";
    }
}
