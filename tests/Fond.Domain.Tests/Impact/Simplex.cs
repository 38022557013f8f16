namespace Fond.Domain.Tests.Impact;

/// <summary>What an attacker does with published figures: the least and the most that an unknown can be under linear equations, all unknowns zero or more. Two-phase simplex by Bland's rule.</summary>
internal sealed class Simplex(int unknowns)
{
    private const double Tiny = 1e-7;
    private readonly List<(Dictionary<int, double> Row, double Sum)> _equations = [];
    private int _slacks;

    public void Equal(IEnumerable<(int Unknown, double Times)> row, double sum) => _equations.Add((row.ToDictionary(r => r.Unknown, r => r.Times), sum));

    public void AtLeast(IEnumerable<(int Unknown, double Times)> row, double sum) => Equal(row.Append((unknowns + _slacks++, -1)), sum);

    public double Least(params (int Unknown, double Times)[] of) => -Most([.. of.Select(o => (o.Unknown, -o.Times))]);

    /// <summary>Infinity where nothing bounds it.</summary>
    public double Most(params (int Unknown, double Times)[] of)
    {
        var (rows, columns) = (_equations.Count, unknowns + _slacks);
        var table = new double[rows + 1, columns + rows + 1];
        var basis = Enumerable.Range(columns, rows).ToArray();
        for (var r = 0; r < rows; r++)
        {
            var sign = _equations[r].Sum < 0 ? -1 : 1;
            foreach (var (unknown, times) in _equations[r].Row) table[r, unknown] = sign * times;
            (table[r, columns + r], table[r, columns + rows]) = (1, sign * _equations[r].Sum);
            for (var c = 0; c <= columns + rows; c++) if (c < columns || c == columns + rows) table[rows, c] -= table[r, c];
        }
        if (!Improve(table, basis, columns + rows) || table[rows, columns + rows] < -Tiny) throw new InvalidOperationException("No numbers fit.");
        for (var r = 0; r < rows; r++) // what was put in to begin with must not grow again
            if (basis[r] >= columns && Enumerable.Range(0, columns).FirstOrDefault(c => Math.Abs(table[r, c]) > Tiny, -1) is var instead && instead >= 0)
                Pivot(table, basis, r, instead);
        for (var c = 0; c <= columns + rows; c++) table[rows, c] = 0;
        foreach (var (unknown, times) in of) table[rows, unknown] = -times;
        for (var r = 0; r < rows; r++)
            if (of.FirstOrDefault(o => o.Unknown == basis[r]).Times is var price && price != 0)
                for (var c = 0; c <= columns + rows; c++) table[rows, c] += price * table[r, c];
        return Improve(table, basis, columns) ? table[rows, columns + rows] : double.PositiveInfinity;
    }

    /// <summary>Until nothing is gained; false when the gain has no end.</summary>
    private static bool Improve(double[,] table, int[] basis, int columns)
    {
        var (rows, last) = (basis.Length, table.GetLength(1) - 1);
        while (Enumerable.Range(0, columns).FirstOrDefault(c => table[rows, c] < -Tiny, -1) is var entering && entering >= 0)
        {
            var leaving = Enumerable.Range(0, rows).Where(r => table[r, entering] > Tiny).OrderBy(r => table[r, last] / table[r, entering]).ThenBy(r => basis[r]).FirstOrDefault(-1);
            if (leaving < 0) return false;
            Pivot(table, basis, leaving, entering);
        }
        return true;
    }

    private static void Pivot(double[,] table, int[] basis, int leaving, int entering)
    {
        var (rows, last) = (basis.Length, table.GetLength(1) - 1);
        var pivot = table[leaving, entering];
        for (var c = 0; c <= last; c++) table[leaving, c] /= pivot;
        for (var r = 0; r <= rows; r++)
        {
            var factor = table[r, entering];
            if (r == leaving || factor == 0) continue;
            for (var c = 0; c <= last; c++) table[r, c] -= factor * table[leaving, c];
        }
        basis[leaving] = entering;
    }
}
