using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Tests.Applications;
using Fond.Domain.Tests.Governance;
using Fond.Domain.Workflows;
using FsCheck;
using FsCheck.Fluent;

namespace Fond.Domain.Tests.Funds;

public sealed class NumberSeriesTests
{
    private static readonly string[] Series = ["KS", "SN", "Dnr"];

    private static readonly string[] Patterns = ["{series} {year}/{number:0000}", "{number}/{year}", "{year}-{series}-{number:00}", "{series} {number}, {year}"];

    /// <summary>Handed in to a series in a year, whole or with something missing; some twice.</summary>
    private sealed record Attempt(int Series, int Year, bool IsWhole, bool IsRepeated);

    private static readonly Gen<Attempt> Attempts =
        from series in Gen.Choose(0, Series.Length - 1)
        from year in Gen.Choose(2024, 2027)
        from whole in ArbMap.Default.GeneratorFor<bool>()
        from repeated in ArbMap.Default.GeneratorFor<bool>()
        select new Attempt(series, year, whole, repeated);

    [Fact]
    public void Numbers_have_no_gap_by_series_and_year_whatever_was_refused_in_between() => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
        Arb.From(Gen.Elements(Patterns)), Arb.From(Attempts.ListOf()), (pattern, attempts) =>
        {
            var (ledger, given) = (new Dictionary<(int, int), NumberSeries>(), new Dictionary<(int, int), List<string>>());
            foreach (var attempt in attempts)
            {
                var at = (attempt.Series, attempt.Year);
                if (!ledger.TryGetValue(at, out var series)) (ledger[at], given[at]) = (series = new("Lund", Series[attempt.Series], attempt.Year), []);
                if (HandIn(attempt, () => series.Next(pattern)) is { } number) given[at].Add(number);
            }

            return given.All(g => g.Value.SequenceEqual(Enumerable.Range(1, g.Value.Count).Select(n => Written(pattern, g.Key, n))) && ledger[g.Key].Last == g.Value.Count)
                && given.Values.SelectMany(numbers => numbers).GroupBy(number => number).All(same => pattern.Contains("{series}", StringComparison.Ordinal) ? same.Count() == 1 : same.Count() <= Series.Length);
        }));

    private static string? HandIn(Attempt attempt, Func<string> number)
    {
        var application = attempt.IsWhole ? ApplicationTests.Whole() : ApplicationTests.Draft();
        void Submit() => application.Submit(ApplicationTests.Open, ApplicationTests.Limits, number, 1, ApplicationTests.Now);
        if (!attempt.IsWhole) Refused.ByAll(Submit);
        else Submit();
        if (attempt is { IsWhole: true, IsRepeated: true })
        {
            application.EnterPhase(Phase.FormalCheck);
            Refused.By<ApplicationNotEditable>(Submit);
        }

        return application.CaseNumber;
    }

    /// <summary>Not as the series does it: text by text.</summary>
    private static string Written(string pattern, (int Series, int Year) at, int number) => pattern
        .Replace("{series}", Series[at.Series], StringComparison.Ordinal)
        .Replace("{year}", at.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number:0000}", number.ToString("D4", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number:00}", number.ToString("D2", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
