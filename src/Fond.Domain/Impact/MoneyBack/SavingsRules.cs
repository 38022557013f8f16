using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Decisions;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What must hold of stated savings, beyond what holds of every calculation.</summary>
internal static class SavingsRules
{
    private const int MostSavings = 200, LongestText = 500;

    public static IEnumerable<Refusal> Faults(SavingsTerms terms, SavingsBasis basis, SavingsGround ground)
    {
        if (terms.StartYear is < AmountYearImplausible.First or > AmountYearImplausible.Last) yield return new AmountYearImplausible(terms.StartYear) { Path = ["startYear"] };
        else if (ground.Costs.Any(c => c.Year < 0)) yield return new SavingsStartLate(terms.StartYear + ground.Costs.Min(c => c.Year)) { Path = ["startYear"] };
        if (terms.Savings.Count is 0 or > MostSavings) yield return new SavingsCountInvalid(MostSavings) { Path = ["savings"] };
        if (terms.Note.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = ["note"] };
        foreach (var fault in terms.Savings.SelectMany((saving, i) => Faults(saving, i, basis, ground))) yield return fault;
    }

    private static IEnumerable<Refusal> Faults(StatedSaving saving, int index, SavingsBasis basis, SavingsGround ground)
    {
        string[] At(string field) => ["savings", index.ToString(CultureInfo.InvariantCulture), field];

        if (saving.ShareWithout is < 0 or > 1) yield return new MoneyNumberInvalid { Path = At("shareWithout") };
        if (saving.ShareWith is < 0 or > 1) yield return new MoneyNumberInvalid { Path = At("shareWith") };
        if (saving.Counterfactual.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = At("counterfactual") };
        if (saving is { Sample: not null, Total: null } or { Sample: null, Total: not null } || saving.Sample is < 1 || saving.Sample > saving.Total) yield return new SavingsSampleInvalid { Path = At("sample") };
        if (saving.Derivation is { } derivation && derivation.IsBlankOrLongerThan(LongestText)) yield return new MoneyTextInvalid(LongestText) { Path = At("derivation") };
        if (basis == SavingsBasis.Expected) yield break;
        if (saving is { Indicator: null } or { Wave: null } or { Sample: null }) yield return new SavingsEvidenceMissing { Path = At("indicator") };
        else if (!ground.Measured.TryGetValue((saving.Indicator, saving.Wave), out var measured)) yield return new SavingsNotMeasured(saving.Indicator, saving.Wave) { Path = At("wave") };
        else if (saving.Sample > measured) yield return new SavingsSampleAboveMeasured(measured) { Path = At("sample") };
        if (saving is { Indicator: { } code, Derivation: null } && ground.WithoutShare.Contains(code)) yield return new SavingsDerivationMissing(code) { Path = At("derivation") };
    }
}
