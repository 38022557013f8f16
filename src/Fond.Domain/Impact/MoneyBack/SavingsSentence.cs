using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>A valuation in words that claim no more than it shows.</summary>
internal static class SavingsSentence
{
    public static Text Of(SavingsCase stated, Valuation valuation, IReadOnlyList<Refusal> doubts)
    {
        var (basis, sample, net) = (BasisOf(stated, valuation), SampleOf(stated), NetOf(valuation));
        return new(
            $"{basis.Sv} {net.Sv} Kalkylränta {Percent(valuation.Rate, Numbers.Swedish)} %, {valuation.Horizon} års sikt, {stated.StartYear} års priser.{sample.Sv}{string.Concat(doubts.Select(d => $" {d.Message.Sv}"))}",
            $"{basis.En} {net.En} Discount rate {Percent(valuation.Rate, Numbers.English)}%, horizon {valuation.Horizon} years, prices of {stated.StartYear}.{sample.En}{string.Concat(doubts.Select(d => $" {d.Message.En}"))}");
    }

    private static Text BasisOf(SavingsCase stated, Valuation v) => stated.Basis == SavingsBasis.Verified
        ? new($"Utvärderaren har verifierat färre fall, värda {v.PresentBenefit} i nuvärde vid projektstarten; kostnaderna är {v.PresentCost}. Värdet är fall gånger enhetskostnad och säger inte att någon budget har minskat.",
            $"The evaluator has verified fewer cases, worth {v.PresentBenefit} at the value of the start; the costs are {v.PresentCost}. The worth is cases times unit cost and does not say that any budget has shrunk.")
        : new($"Väntat, inte verifierat: färre fall värda {v.PresentBenefit} i nuvärde vid projektstarten, mot kostnader på {v.PresentCost}.",
            $"Expected, not verified: fewer cases worth {v.PresentBenefit} at the value of the start, against costs of {v.PresentCost}.");

    private static Text NetOf(Valuation v) => v.NetPresentValue > Money.Zero
        ? new($"Värdet är {v.NetPresentValue} större än kostnaderna.", $"The worth exceeds the costs by {v.NetPresentValue}.")
        : v.NetPresentValue == Money.Zero ? new("Värdet är lika med kostnaderna.", "The worth equals the costs.")
        : new($"Värdet täcker inte kostnaderna; det fattas {-v.NetPresentValue}.", $"The worth does not cover the costs; {-v.NetPresentValue} is lacking.");

    /// <summary>Where the shares were read from fewer than took part: the rest is extrapolated.</summary>
    private static Text SampleOf(SavingsCase stated)
    {
        var least = stated.Savings.Where(s => s.Sample < s.Total).OrderBy(s => (decimal)s.Sample!.Value / s.Total!.Value).FirstOrDefault();
        return least is null ? new("", "") : new($" Uppräknat från {least.Sample} av {least.Total} deltagare.", $" Extrapolated from {least.Sample} of {least.Total} participants.");
    }

    private static string Percent(decimal rate, NumberFormatInfo format) => (100 * rate).ToString("0.##", format);
}
