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
    $"Visas inte: en grupp är mindre än {Threshold}, alla eller nästan alla i den har samma värde, eller en enskilds värde utgör det mesta, så att enskilda skulle kunna kännas igen.",
    $"Not shown: a group is smaller than {Threshold}, all or nearly all of it have the same value, or one individual's value makes up most of it, so that individuals might be recognised."));

/// <summary>Statistical disclosure control: the pairs of a part could be taken from those of the whole.</summary>
public sealed record EstimateOfWholeGroupsOnly() : Refusal("ESTIMATE_OF_WHOLE_GROUPS_ONLY", new(
    "Visas bara för hela grupper: skillnaden mellan helheten och delarna skulle kunna avslöja enskilda.",
    "Shown of whole groups only: the difference between the whole and its parts might reveal individuals."));

/// <summary>Statistical disclosure control: the interval tells how the units differ.</summary>
public sealed record EstimateUnitsHidden(int Threshold) : Refusal("ESTIMATE_UNITS_HIDDEN", new(
    $"Visas inte: någon skola eller enhet har färre än {Threshold} mätta i gruppen eller en dold del av den, eller de har samma värde, eller kom eller rättades några få i taget, och hur enheterna skiljer sig åt skulle kunna avslöja enskilda.",
    $"Not shown: some school or unit has fewer than {Threshold} measured in the group or a hidden part of it, or they have the same value, or came or were corrected few at a time, and how the units differ might reveal individuals."));

public sealed record EstimateNeedsIndividuals() : Refusal("ESTIMATE_NEEDS_INDIVIDUALS", new(
    "Metoden behöver varje individs värde; här har flera loggats tillsammans.", "The method needs each individual's value; here several were logged together."));

public sealed record EstimateNeedsSites() : Refusal("ESTIMATE_NEEDS_SITES", new(
    "Metoden behöver veta vilken skola eller enhet var och en hör till.", "The method needs to know which school or unit each belongs to."));

public sealed record EstimateSitesMixed() : Refusal("ESTIMATE_SITES_MIXED", new(
    "Någon skola eller enhet finns i båda grupperna: metoden gäller när hela enheter hör till en av dem.",
    "Some school or unit is in both groups: the method is for whole units in one of them."));

public sealed record EstimateUnitsOverlooked() : Refusal("ESTIMATE_UNITS_OVERLOOKED", new(
    "Grupperna består av hela skolor eller enheter, där de som hör till samma liknar varandra, men steg på en skala jämförs som om varje person stod för sig.",
    "The groups are made of whole schools or units, in which people are alike, but steps of a scale are compared as if each person stood alone."));

public sealed record EstimateNotForeseen() : Refusal("ESTIMATE_NOT_FORESEEN", new(
    "Minsta effekt som kan upptäckas går för frekvenser bara att beräkna när baslinjen är känd.",
    "The smallest effect that can be detected can for rates be worked out only where the baseline is known."));
