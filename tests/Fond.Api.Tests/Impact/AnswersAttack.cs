using System.Text.Json.Nodes;
using Fond.Domain.Tests.Impact;

namespace Fond.Api.Tests.Impact;

/// <summary>A group in parts, some of them small, measured one by one in two waves; some come a day later.</summary>
internal sealed class GivenParts
{
    public const int Threshold = 5;

    private static readonly string[] Days = ["2019-03-01", "2021-03-01"];
    private readonly List<(int Batch, int Wave, string? Part, int Person, int Value)> _measured = [];

    public GivenParts(int seed)
    {
        var random = new Random(seed);
        string?[] parts = [.. "abcde".Select(c => c.ToString()).Take(random.Next(2, 6)), null];
        var person = 0;
        foreach (var part in parts)
        {
            var (size, late, likely) = seed % 2 == 0 ? OneSmall(part, random) : AnySize(part, random);
            for (var i = 0; i < size + late; i++, person++)
                for (var wave = 0; wave < 2; wave++)
                    if (random.Next(8) > 0) _measured.Add((i < size ? 0 : 1, wave, part, person, random.NextDouble() < likely ? 1 : 0));
        }
    }

    /// <summary>Of which primary suppression alone would tell.</summary>
    private static (int Size, int Late, double Likely) OneSmall(string? part, Random random) => part switch
    {
        null => (0, 0, 0),
        "a" => (random.Next(1, 4), 0, 0.5),
        _ => (random.Next(40, 70), random.Next(12), 0.35 + 0.3 * random.NextDouble()),
    };

    private static (int Size, int Late, double Likely) AnySize(string? part, Random random) =>
        (part is null ? random.Next(12) : random.Next(1, random.Next(3, 40)), random.Next(2) == 0 ? random.Next(12) : 0, random.NextDouble());

    public IEnumerable<IEnumerable<object>> Batches => _measured.GroupBy(m => m.Batch).OrderBy(b => b.Key).Select(batch => batch.Select(m => (object)new
    {
        rowKey = $"{m.Person} {m.Wave}",
        indicator = "trygghet",
        wave = $"w{m.Wave}",
        group = "INTERVENTION",
        measuredOn = Days[m.Wave],
        subjectKey = $"{m.Person}",
        value = m.Value,
        subgroup = m.Part,
    }));

    /// <summary>Parts of which fewer were measured in a wave than are shown.</summary>
    public IEnumerable<(string Part, string Wave)> Small =>
        from measured in _measured
        where measured.Part is not null
        group measured by (Part: measured.Part!, Wave: $"w{measured.Wave}") into cell
        where cell.Count() < Threshold
        select cell.Key;
}

/// <summary>
/// What follows from answers of one day after another, all in whole groups and parts, for whoever knows the rules: which parts there are, that what was told stays told, and that who is told of later is one more. Of each part and wave it is
/// unknown how many were told of on each day, and how many of them have the property; and of each part how many were measured both times.
/// </summary>
internal sealed class AnswersAttack
{
    private readonly List<JsonNode> _answers;
    private readonly List<string> _parts;
    private readonly string[] _waves = ["w0", "w1"];
    private readonly Simplex _solver;

    public AnswersAttack(List<JsonNode> answers)
    {
        _answers = answers;
        _parts = [.. answers.SelectMany(a => a["cells"]!.AsArray()).Select(c => c!["subgroup"]?.GetValue<string>()).OfType<string>().Distinct().Order(StringComparer.Ordinal), ""];
        _solver = new(5 * answers.Count * _parts.Count);
        for (var day = 0; day < answers.Count; day++)
        {
            Know(day);
            foreach (var cell in answers[day]["cells"]!.AsArray()) Take(day, cell!);
            foreach (var effect in answers[day]["effects"]!.AsArray()) TakeEffect(day, effect!);
            foreach (var followed in answers[day]["followed"]!.AsArray()) TakeFollowed(day, followed!);
        }
    }

    private int Last => _answers.Count - 1;

    /// <summary>Whether the whole group is told of in the wave, so that its parts can be reckoned from.</summary>
    public bool HasWhole(string wave) => _answers[Last]["cells"]!.AsArray().Any(c => c!["subgroup"] is null && c["wave"]!.GetValue<string>() == wave && c["n"] is not null);

    /// <summary>Whether somebody of a part is among the whole that is told of.</summary>
    private bool IsHad(string part, string wave) => HasWhole(wave) && _answers[0]["cells"]!.AsArray().Any(c => c!["subgroup"]?.GetValue<string>() == part && c["wave"]!.GetValue<string>() == wave);

    public IEnumerable<string> Breaches(GivenParts given)
    {
        foreach (var (part, wave) in given.Small.Where(s => IsHad(s.Part, s.Wave)))
        {
            var n = N(Last, _parts.IndexOf(part), Array.IndexOf(_waves, wave));
            if (_solver.Least((n, 1)) > 1.000001) yield return $"{part} in {wave} is known to be at least {_solver.Least((n, 1))}";
            if (_solver.Most((n, 1)) < GivenParts.Threshold - 1.000001) yield return $"{part} in {wave} is known to be at most {_solver.Most((n, 1))}";
        }
        foreach (var cell in _answers[Last]["cells"]!.AsArray().Where(c => c!["subgroup"] is { } part && c["n"] is null && IsHad(part.GetValue<string>(), c["wave"]!.GetValue<string>())))
        {
            var (part, wave) = (_parts.IndexOf(cell!["subgroup"]!.GetValue<string>()), Array.IndexOf(_waves, cell["wave"]!.GetValue<string>()));
            if (_solver.Most((Events(Last, part, wave), 1)) <= 0.5) yield return $"nobody of {cell["subgroup"]} in {cell["wave"]} has the property";
            if (_solver.Least((Events(Last, part, wave), 1), (N(Last, part, wave), -1)) >= -0.5) yield return $"all of {cell["subgroup"]} in {cell["wave"]} have the property";
        }
    }

    private void Know(int day)
    {
        for (var part = 0; part < _parts.Count; part++)
            for (var wave = 0; wave < 2; wave++)
            {
                _solver.AtLeast([(N(day, part, wave), 1), (Events(day, part, wave), -1)], 0);
                _solver.AtLeast([(N(day, part, wave), 1), (Kept(day, part), -1)], 0);
                if (day == 0) continue;
                _solver.AtLeast([(Events(day, part, wave), 1), (Events(day - 1, part, wave), -1)], 0);
                _solver.AtLeast([(N(day, part, wave), 1), (N(day - 1, part, wave), -1), (Events(day, part, wave), -1), (Events(day - 1, part, wave), 1)], 0);
            }
    }

    /// <summary>A part that is named beside a whole that is told of, on the first day, has somebody in it.</summary>
    private void Take(int day, JsonNode cell)
    {
        var (subgroup, wave) = (cell["subgroup"]?.GetValue<string>(), Array.IndexOf(_waves, cell["wave"]!.GetValue<string>()));
        if (day == 0 && subgroup is not null && IsHad(subgroup, _waves[wave])) _solver.AtLeast([(N(Last, _parts.IndexOf(subgroup), wave), 1)], 1);
        if (cell["n"] is null) return;
        Equal(subgroup, part => N(day, part, wave), cell["n"]!.GetValue<int>());
        Equal(subgroup, part => Events(day, part, wave), cell["events"]!.GetValue<double>());
    }

    /// <summary>The change of a share, with how many it stands on.</summary>
    private void TakeEffect(int day, JsonNode effect)
    {
        if (effect["estimate"] is not { } told) return;
        var (subgroup, later, before) = (effect["subgroup"]?.GetValue<string>(), told["intervention"]!.GetValue<int>(), told["baseline"]!.GetValue<int>());
        Equal(subgroup, part => N(day, part, 1), later);
        Equal(subgroup, part => N(day, part, 0), before);
        _solver.Equal(Of(subgroup).SelectMany(part => new[] { (Events(day, part, 1), 1.0 / later), (Events(day, part, 0), -1.0 / before) }), told["value"]!.GetValue<double>());
    }

    private void TakeFollowed(int day, JsonNode followed)
    {
        if (followed["kept"] is not { } kept) return;
        var subgroup = followed["subgroup"]?.GetValue<string>();
        Equal(subgroup, part => Kept(day, part), kept.GetValue<int>());
        Equal(subgroup, part => N(day, part, 0), followed["baseline"]!.GetValue<int>());
        Equal(subgroup, part => N(day, part, 1), kept.GetValue<int>() + followed["joined"]!.GetValue<int>());
    }

    private void Equal(string? subgroup, Func<int, int> unknown, double sum) => _solver.Equal(Of(subgroup).Select(part => (unknown(part), 1.0)), sum);

    private IEnumerable<int> Of(string? subgroup) => Enumerable.Range(0, _parts.Count).Where(part => subgroup is null || _parts[part] == subgroup);

    private int N(int day, int part, int wave) => 5 * (day * _parts.Count + part) + wave;

    private int Events(int day, int part, int wave) => 5 * (day * _parts.Count + part) + 2 + wave;

    private int Kept(int day, int part) => 5 * (day * _parts.Count + part) + 4;
}
