using Fond.Domain.Common;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.Documents.Charts;

namespace Fond.Features.Reports;

/// <summary>What each party gains and pays, at the value of the start.</summary>
internal static class PayerChart
{
    /// <returns>None where the figures may not be told.</returns>
    public static IEnumerable<Figure> Of(Reckoned reckoned, Language language) => reckoned.Valuation.Value is { Shares.Count: > 0 } valuation
        ? Of(new($"Besparing ({ReportTerms.Of(reckoned.Case.Basis).Sv}) och kostnad, {valuation.Horizon} års sikt", $"Saving ({ReportTerms.Of(reckoned.Case.Basis).En}) and cost, horizon {valuation.Horizon} years"), valuation.Shares, language)
        : [];

    public static IEnumerable<Figure> Of(Text caption, IEnumerable<Share> shares, Language language)
    {
        var (benefit, cost) = (new BarSeries(new Text("nuvärde av besparing", "present value of saving").In(language), BarLook.Filled), new BarSeries(new Text("nuvärde av kostnad", "present value of cost").In(language), BarLook.Outlined));
        return BarChart.Of(caption.In(language), MoneyScale.Unit.In(language), [.. shares.Select(s => new BarGroup(ReportTerms.Of(s.Party).In(language), [Bar(benefit, s.PresentBenefit), Bar(cost, s.PresentCost)]))], language);

        static Bar Bar(BarSeries series, Money amount) => new(series, MoneyScale.Of(amount), amount.ToString());
    }
}

/// <summary>Amounts on an axis, which has no room for öre.</summary>
internal static class MoneyScale
{
    public static readonly Text Unit = new("Tusen kronor", "Thousand kronor");

    public static double Of(Money amount) => amount.Ore / 100_000.0;
}
