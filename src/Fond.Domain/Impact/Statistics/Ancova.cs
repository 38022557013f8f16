using MathNet.Numerics.LinearAlgebra;

namespace Fond.Domain.Impact.Statistics;

/// <summary>An individual's baseline and later value.</summary>
public readonly record struct Course(bool Intervention, double Before, double After);

/// <summary>
/// The difference between groups at the same baseline: least squares of the later value on group and baseline, one slope for both groups.
/// Fisher (1932), Statistical methods for research workers, 4th edition, section 49.1; Vickers and Altman (2001), Analysing controlled trials with
/// baseline and follow up measurements, BMJ 323.
/// </summary>
public static class Ancova
{
    private const double Least = 1e-12;

    public static Answer Of(IReadOnlyCollection<Course> courses)
    {
        var groups = courses.ToLookup(c => c.Intervention);
        if (groups[true].Count() < 2 || groups[false].Count() < 2) return new EstimateNeedsMore(2);
        if (groups.All(g => g.All(c => c.Before == g.First().Before))) return new EstimateBaselineAlike();
        var middle = courses.Average(c => c.Before); // a baseline far from zero would lose digits
        var design = Matrix<double>.Build.DenseOfRows(courses.Select(c => new[] { 1, c.Intervention ? 1 : 0, c.Before - middle }));
        var later = Vector<double>.Build.DenseOfEnumerable(courses.Select(c => c.After));
        var qr = design.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        var coefficients = qr.Solve(later);
        var residuals = (later - design * coefficients).L2Norm();
        var freedom = courses.Count - 3;
        if (residuals <= Least * (later - later.Average()).L2Norm()) return new EstimateNoVariation();
        var error = residuals / Math.Sqrt(freedom) * qr.R.Inverse().Row(1).L2Norm();
        return Means.WithStudent(Technique.Ancova, coefficients[1], error, freedom, courses.Count);
    }
}
