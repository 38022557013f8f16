using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

public sealed record SavingsStartLate(int First) : Refusal("SAVINGS_START_LATE", new(
    $"Projektet har kostnader redan {First}; kalkylen kan inte börja senare.", $"The project has costs as early as {First}; the calculation cannot begin later."));

public sealed record SavingsCountInvalid(int Most) : Refusal("SAVINGS_COUNT_INVALID", new(
    $"Ange 1 till {Most} besparingar.", $"Give 1 to {Most} savings."));

public sealed record SavingsSampleInvalid() : Refusal("SAVINGS_SAMPLE_INVALID", new(
    "Ange hur många andelen är avläst hos och hur många som deltog i allt; de första är minst en och högst alla.",
    "Give how many the share was read from and how many took part in all; the former are at least one and at most all."));

public sealed record SavingsEvidenceMissing() : Refusal("SAVINGS_EVIDENCE_MISSING", new(
    "En verifierad besparing ska ange indikator, mätomgång, antal avlästa och antal deltagare.",
    "A verified saving must state indicator, wave, how many it was read from and how many took part."));

public sealed record SavingsNotMeasured(string Indicator, string Wave) : Refusal("SAVINGS_NOT_MEASURED", new(
    $"Interventionsgruppen är inte mätt med indikatorn {Indicator} i en mätomgång {Wave} efter baslinjen.",
    $"The intervention group is not measured by the indicator {Indicator} in a wave {Wave} after the baseline."));

public sealed record SavingsSampleAboveMeasured(int Measured) : Refusal("SAVINGS_SAMPLE_ABOVE_MEASURED", new(
    $"Bara {Measured} är mätta där.", $"Only {Measured} are measured there."));

public sealed record SavingsDerivationMissing(string Indicator) : Refusal("SAVINGS_DERIVATION_MISSING", new(
    $"Indikatorn {Indicator} mäter ingen andel: ange hur andelarna kommer ur den.", $"The indicator {Indicator} measures no share: state how the shares come from it."));

/// <summary>Told beside a verified saving; it refuses nothing.</summary>
public sealed record SavingsEffectNotShown(string Indicator, string Wave) : Refusal("SAVINGS_EFFECT_NOT_SHOWN", new(
    $"Besparingen bygger på indikatorn {Indicator} i mätomgång {Wave}, där ingen effekt åt det önskade hållet är visad.",
    $"The saving rests on the indicator {Indicator} in the wave {Wave}, where no effect in the desired direction is shown."));

/// <summary>Told beside a verified saving; it refuses nothing.</summary>
public sealed record SavingsEffectUnknown(string Indicator, string Wave) : Refusal("SAVINGS_EFFECT_UNKNOWN", new(
    $"Besparingen bygger på indikatorn {Indicator} i mätomgång {Wave}; om effekten är visad går inte att säga.",
    $"The saving rests on the indicator {Indicator} in the wave {Wave}; whether the effect is shown cannot be told."));

/// <summary>Told beside a verified saving; it refuses nothing.</summary>
public sealed record SavingsOutsideInterval(string Indicator, string Wave) : Refusal("SAVINGS_OUTSIDE_INTERVAL", new(
    $"Den angivna skillnaden i andel är större än det mätta 95 % konfidensintervallet för indikatorn {Indicator} i mätomgång {Wave} rymmer.",
    $"The stated difference of shares is larger than the measured 95% confidence interval of the indicator {Indicator} in the wave {Wave} holds."));

public sealed record SavingsMissing() : Refusal("SAVINGS_MISSING", new(
    "Projektet har ingen sådan kalkyl än.", "The project has no such calculation yet."));

/// <summary>Statistical disclosure control, by the fund's threshold.</summary>
public sealed record SavingsHidden(int Threshold) : Refusal("SAVINGS_HIDDEN", new(
    $"Visas inte: någon siffra bygger på en grupp mindre än {Threshold} eller på mätningar som inte visas, så att enskilda skulle kunna kännas igen.",
    $"Not shown: some figure rests on a group smaller than {Threshold} or on measurements that are not shown, so that individuals might be recognised."));
