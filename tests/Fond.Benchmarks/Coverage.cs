using System.Globalization;
using Fond.Domain.Tests.Impact;

namespace Fond.Benchmarks;

/// <summary>How often each interval holds the truth, over a thousand made-up studies of each kind, and a thousand of Helsingborg's survey, the same at every run.</summary>
internal static class Coverage
{
    public static void Run()
    {
        foreach (var study in KnownStudies.All)
        {
            var (held, answered) = study.Coverage();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coverage, {study.Name}: {100 * held:F1} % of {answered} hold {study.Truth:0.###} (95 % is said)"));
        }
        foreach (var (indicator, wave, truth, held, asHoped) in SurveyCoverage.Of(KnownStudy.Studies))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"coverage, Helsingborg's survey, {indicator} {wave}: {100 * held:F1} % of {KnownStudy.Studies} hold {truth:0.###} (95 % is said); {100 * asHoped:F1} % are called as hoped"));
    }
}
