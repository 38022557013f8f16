using Fond.Domain.Common;

namespace Fond.Domain.Impact.Statistics;

public sealed record EstimateNeedsMore(int Least) : Refusal("ESTIMATE_NEEDS_MORE", new(
    $"För få är mätta: metoden behöver minst {Least} i varje grupp.", $"Too few are measured: the method needs at least {Least} in each group."));

public sealed record EstimateNoVariation() : Refusal("ESTIMATE_NO_VARIATION", new(
    "Alla har samma värde i varje grupp: osäkerheten går inte att beräkna.",
    "Everybody has the same value in each group: the uncertainty cannot be calculated."));

public sealed record EstimateNoEvents() : Refusal("ESTIMATE_NO_EVENTS", new(
    "En kvot går inte att beräkna: det som mäts har inte hänt någon i jämförelsen.",
    "A ratio cannot be calculated: what is measured has happened to nobody in the comparison."));

public sealed record EstimateAllEvents() : Refusal("ESTIMATE_ALL_EVENTS", new(
    "En oddskvot går inte att beräkna: det som mäts har hänt alla i båda grupperna.",
    "An odds ratio cannot be calculated: what is measured has happened to everybody in both groups."));

public sealed record EstimateNoDifference() : Refusal("ESTIMATE_NO_DIFFERENCE", new(
    "Grupperna skiljer sig inte åt: hur många som behöver nås går inte att säga.",
    "The groups do not differ: how many must be reached cannot be said."));

public sealed record EstimateBaselineAlike() : Refusal("ESTIMATE_BASELINE_ALIKE", new(
    "Baslinjen är lika för alla eller skiljer sig bara mellan grupperna: den går inte att justera för.",
    "The baseline is the same for everybody or differs between the groups alone: it cannot be adjusted for."));

public sealed record EstimateUnitsFew(int Least) : Refusal("ESTIMATE_UNITS_FEW", new(
    $"För få enheter: metoden behöver minst {Least} i varje grupp.", $"Too few units: the method needs at least {Least} in each group."));

public sealed record EstimateTargetAtBaseline() : Refusal("ESTIMATE_TARGET_AT_BASELINE", new(
    "Målet är lika med baslinjen: hur stor del av vägen som är gången går inte att säga.",
    "The target equals the baseline: how much of the way has been gone cannot be said."));

public sealed record EstimateUndetectable() : Refusal("ESTIMATE_UNDETECTABLE", new(
    "Med så små grupper går ingen möjlig effekt att upptäcka med 80 procents säkerhet.",
    "With groups this small no possible effect can be detected with a certainty of 80 per cent."));

/// <summary>Far outside anything that is measured.</summary>
public sealed record EstimateBeyondNumbers() : Refusal("ESTIMATE_BEYOND_NUMBERS", new(
    "Talen är för stora eller för små för att räkna med.", "The numbers are too large or too small to calculate with."));
