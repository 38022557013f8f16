using System.Globalization;

namespace Fond.Benchmarks;

/// <summary>
/// A hundred thousand measurements as CSV, from the first byte sent until they are logged, against a prepared INSERT of them in one transaction; with how much memory the process took at most. Then ten
/// thousand beside few and beside five million others.
/// </summary>
internal static class Import
{
    private const int Rows = 100_000, Rounds = 3, Few = 10_000, Many = 5_000_000, Step = 250_000, Sent = 10_000, Times = 7;

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

    public static async Task StoredAsync()
    {
        await using var fond = await BenchFond.StartAsync();
        var measured = await Measured.OfAsync(fond);
        for (var i = 0; i < 12; i++) await measured.ImportAsync(Measured.Csv($"warm{i}", Sent));
        var few = await MedianAsync(measured, "few");
        for (var stored = Few; stored < Many; stored += Step) measured.Insert($"stored{stored}", Math.Min(Step, Many - stored));
        await MedianAsync(measured, "cold");
        var many = await MedianAsync(measured, "many");
        Say($"stored: {Sent} rows take {few:F0} ms beside some hundred thousand, {many:F0} ms beside {Many / 1_000_000} million more, ratio {many / few:F2} (aim at most 1.3)");
    }

    private static async Task<double> MedianAsync(Measured measured, string prefix)
    {
        var times = new List<double>();
        for (var i = 0; i < Times; i++) times.Add(await measured.ImportAsync(Measured.Csv($"{prefix}{i}", Sent)));
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
