using Fond.Domain.Applications;

namespace Fond.Domain.Impact.Estimates;

/// <summary>Adds up groups by their sizes, means and squared deviations (Chan, Golub and LeVeque 1983), which loses no digits where sums of squares would.</summary>
internal sealed class CellSum(IndicatorKind kind)
{
    private readonly List<Individual> _individuals = [];
    private readonly Dictionary<string, UnitSum> _units = new(StringComparer.Ordinal);
    private long _n;
    private double _mean, _squares, _events, _exposure;
    private bool _totalsOnly, _isUnitUnknown;

    private bool CountsEvents => kind is IndicatorKind.Share or IndicatorKind.Count or IndicatorKind.Rate;

    public Cell Cell => new(
        (int)Math.Min(_n, int.MaxValue), kind == IndicatorKind.Rate ? _events / _exposure : CountsEvents ? _events / _n : _mean,
        kind is IndicatorKind.Share or IndicatorKind.Rate || _totalsOnly || _n < 2 ? null : Math.Sqrt(_squares / (_n - 1)),
        CountsEvents ? _events : null)
    {
        Exposure = kind == IndicatorKind.Rate ? _exposure : null,
        Individuals = _individuals,
        Units = _units,
        AreUnitsKnown = !_isUnitUnknown,
    };

    public void Add(Portion portion, string told)
    {
        var (n, mean, site) = (portion.Weight.N, portion.Mean, portion.SiteKey);
        var (difference, total) = (mean - _mean, _n + n);
        _squares += portion.Squares + difference * difference * _n * n / total;
        _mean += difference * n / total;
        (_n, _events, _exposure, _totalsOnly) = (total, _events + portion.Weight.Events, _exposure + portion.Exposure, _totalsOnly || portion.TotalsOnly);
        if (portion.Individual is { } individual) _individuals.Add(individual with { Told = told });
        if (site is null)
        {
            _isUnitUnknown = true;
            return;
        }
        if (kind == IndicatorKind.Rate) _units[site] = _units.GetValueOrDefault(site).With(n, portion.Exposure, portion.Weight.Events / portion.Exposure);
        else _units[site] = _units.GetValueOrDefault(site).With(n, n, mean);
    }
}
