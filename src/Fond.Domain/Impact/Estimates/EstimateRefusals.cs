using Fond.Domain.Common;

namespace Fond.Domain.Impact.Estimates;

public sealed record EstimateWaveMissing(string Wave) : Refusal("ESTIMATE_WAVE_MISSING", new(
    $"Mätomgång {Wave} har inga mätningar av indikatorn.", $"The wave {Wave} has no measurements of the indicator."));

public sealed record EstimateGroupMissing(string Wave, MeasurementGroup Group) : Refusal("ESTIMATE_GROUP_MISSING", new(
    $"{(Group == MeasurementGroup.Comparison ? "Jämförelsegruppen" : "Interventionsgruppen")} saknas i mätomgång {Wave}.",
    $"The {(Group == MeasurementGroup.Comparison ? "comparison" : "intervention")} group is missing in the wave {Wave}."));

public sealed record EstimateTooFew(string Wave) : Refusal("ESTIMATE_TOO_FEW", new(
    $"För få är mätta i mätomgång {Wave}: medelvärden behöver minst två i varje grupp.",
    $"Too few are measured in the wave {Wave}: means need at least two in each group."));

/// <summary>Statistical disclosure control by a threshold on the number behind each result.</summary>
public sealed record EstimateHidden(int Threshold) : Refusal("ESTIMATE_HIDDEN", new(
    $"Visas inte: en grupp är mindre än {Threshold}, så att enskilda skulle kunna kännas igen.",
    $"Not shown: a group is smaller than {Threshold}, so that individuals might be recognised."));
