using System.Globalization;
using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Tests.Impact;

/// <summary>Expected values that R worked out; see Oracles/README.md.</summary>
internal static class OracleTable
{
    public static TheoryData<OracleRow> Of(string name) => [.. Rows(name)];

    /// <summary>By its number as the table shows it: the first below the header is 1.</summary>
    public static OracleRow Row(string name, int number) => Rows(name).ElementAt(number - 1);

    private static IEnumerable<OracleRow> Rows(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Oracles", name + ".csv"));
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select((line, i) => new OracleRow(name, i, columns.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second)));
    }
}

public sealed record OracleRow(string Table, int Row, Dictionary<string, string> Cells)
{
    /// <summary>At least this many digits agree.</summary>
    private const double Agreement = 1e-7;

    public double[] Numbers(string column) => [.. Cells[column].Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    public int[] Whole(string column) => [.. Numbers(column).Select(n => (int)n)];

    public double Number(string column) => Assert.Single(Numbers(column));

    public void Agrees(string column, double? actual)
    {
        Assert.NotNull(actual);
        var expected = Number(column);
        Assert.True(Math.Abs(expected - actual.Value) <= Agreement * Math.Abs(expected) || Math.Abs(expected - actual.Value) < 1e-13, $"{this} {column}: {expected:R}, but {actual:R}");
    }

    /// <summary>Value, limits and p as the table has them.</summary>
    public void Agrees(Answer answer, string prefix = "")
    {
        Assert.NotNull(answer.Finding);
        Agrees(prefix is "" ? "value" : prefix, answer.Finding.Value);
        Agrees(prefix + "lower", answer.Finding.Lower);
        Agrees(prefix + "upper", answer.Finding.Upper);
        if (Cells.ContainsKey("p")) Agrees("p", answer.Finding.PValue);
    }

    public override string ToString() => $"{Table} {Row + 1}";
}
