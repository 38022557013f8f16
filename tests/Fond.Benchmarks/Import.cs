using System.Globalization;

namespace Fond.Benchmarks;

/// <summary>
/// A hundred thousand measurements as CSV, from the first byte sent until they are logged, against a prepared INSERT of them in one transaction; with how much memory the process took at most. Then ten
/// thousand, and one of several together, beside few and beside many others of individuals.
/// </summary>
internal static class Import
{
    private const int Rows = 100_000, Rounds = 3, Few = 10_000, Step = 250_000, Sent = 10_000, Times = 7;

    public static async Task RunAsync()
    {
        await using var fond = await BenchFond.StartAsync();
        var measured = await Measured.OfAsync(fond);
        for (var i = 0; i < 6; i++) await measured.ImportAsync(Measured.Csv($"warm{i}", Rows / 4));
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var csv = Measured.Csv($"csv{round}", Rows);
            var raw = measured.Insert($"raw{round}", Rows);
            GC.Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var peak = new Peak();
            var full = await measured.ImportAsync(csv);
            ratios.Add(full / raw);
            Say($"import, round {round}: prepared INSERT {raw:F0} ms, file of {csv.Length / 1e6:F1} MB {full:F0} ms, ratio {full / raw:F2}, at most {(peak.Bytes - before) / 1e6:F0} MB more in use");
        }
        ratios.Sort();
        Say($"import: median ratio {ratios[Rounds / 2]:F2} (aim at most 3)");
    }

    /// <param name="many">How many are stored.</param>
    public static async Task StoredAsync(int many)
    {
        await WarmAsync();
        await using var fond = await BenchFond.StartAsync();
        var measured = await Measured.OfAsync(fond);
        measured.Insert("first", Sent);
        var few = await MediansAsync(measured, "few");
        for (var stored = Few; stored < many; stored += Step) measured.Insert($"stored{stored}", Math.Min(Step, many - stored));
        await MediansAsync(measured, "cold");
        var beside = await MediansAsync(measured, "many");
        Told($"{Sent} rows of individuals", few.Individuals, beside.Individuals);
        Told("one row of several together", few.Together, beside.Together);

        void Told(string rows, double fewer, double more) =>
            Say($"stored: {rows} take {fewer:F0} ms beside ten thousand and what is logged meanwhile, {more:F0} ms beside {many:N0} more, ratio {more / fewer:F2} (aim at most 1.3)");
    }

    /// <summary>In a Fond of its own, so that nothing is stored where it is measured.</summary>
    private static async Task WarmAsync()
    {
        await using var fond = await BenchFond.StartAsync();
        var measured = await Measured.OfAsync(fond);
        for (var i = 0; i < 12; i++) await measured.ImportAsync(Measured.Csv($"warm{i}", Sent));
    }

    private static async Task<(double Individuals, double Together)> MediansAsync(Measured measured, string prefix) =>
        (await MedianAsync(measured, i => Measured.Csv($"{prefix}{i}", Sent)), await MedianAsync(measured, i => Measured.Together($"{prefix}{i}")));

    private static async Task<double> MedianAsync(Measured measured, Func<int, byte[]> file)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++) times.Add(await measured.ImportAsync(file(i)));
        times.Sort();
        return times[Times / 2];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>The most memory in use since it was made, looked at every few milliseconds.</summary>
    private sealed class Peak : IDisposable
    {
        private readonly Timer _timer;

        public Peak() => _timer = new(_ => Bytes = Math.Max(Bytes, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 10);

        public long Bytes { get; private set; }

        public void Dispose() => _timer.Dispose();
    }
}
