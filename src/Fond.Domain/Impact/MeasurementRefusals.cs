using Fond.Domain.Common;

namespace Fond.Domain.Impact;

public sealed record MeasurementIndicatorUnknown() : Refusal("MEASUREMENT_INDICATOR_UNKNOWN", new(
    "Indikatorn finns inte i mätplanen.", "The indicator is not in the measurement plan."));

public sealed record MeasurementQualitative() : Refusal("MEASUREMENT_QUALITATIVE", new(
    "Indikatorn är kvalitativ: den mäts inte utan bedöms.", "The indicator is qualitative: it is not measured but judged."));

public sealed record MeasurementWaveUnknown() : Refusal("MEASUREMENT_WAVE_UNKNOWN", new(
    "Mätomgången finns inte i mätplanen.", "The wave is not in the measurement plan."));

public sealed record MeasurementComparisonNotPlanned() : Refusal("MEASUREMENT_COMPARISON_NOT_PLANNED", new(
    "Studieupplägget har ingen jämförelsegrupp.", "The study design has no comparison group."));

public sealed record MeasurementOutsideWave(string Wave, DateOnly From, DateOnly To) : Refusal("MEASUREMENT_OUTSIDE_WAVE", new(
    $"Mätdagen ligger utanför mätomgång {Wave} ({From:yyyy-MM-dd} till {To:yyyy-MM-dd}).", $"The day of the measurement is outside the wave {Wave} ({From:yyyy-MM-dd} to {To:yyyy-MM-dd})."));

public sealed record MeasurementInFuture() : Refusal("MEASUREMENT_IN_FUTURE", new(
    "Mätdagen ligger i framtiden.", "The day of the measurement is in the future."));

public sealed record MeasurementFormUnclear() : Refusal("MEASUREMENT_FORM_UNCLEAR", new(
    "Ange antingen en individs värde (subjectKey och value) eller flera tillsammans (n med mean eller events).",
    "Give either one individual's value (subjectKey and value) or several together (n with mean or events)."));

public sealed record MeasurementKeyInvalid(int Longest) : Refusal("MEASUREMENT_KEY_INVALID", new(
    $"Nyckeln ska ha 1 till {Longest} tecken, utan mellanslag först eller sist.", $"The key must have 1 to {Longest} characters, without spaces at either end."));

public sealed record MeasurementKeyRepeated() : Refusal("MEASUREMENT_KEY_REPEATED", new(
    "Radens nyckel finns redan tidigare i samma inskick.", "The row's key already occurs in the same request."));

public sealed record MeasurementDiffers() : Refusal("MEASUREMENT_DIFFERS", new(
    "Raden är redan loggad för något annat. En rättelse ändrar värden, inte indikator, mätomgång, grupp, individ eller delgrupp.",
    "The row is already logged of something else. A correction changes values, not indicator, wave, group, individual or subgroup."));

public sealed record MeasurementLate(string Wave, DateOnly To) : Refusal("MEASUREMENT_LATE", new(
    $"Mätomgång {Wave} slutade {To:yyyy-MM-dd}: raden kommer sent.", $"The wave {Wave} ended on {To:yyyy-MM-dd}: the row comes late."));

public sealed record MeasurementBaselineAfterStart(DateOnly Start) : Refusal("MEASUREMENT_BASELINE_AFTER_START", new(
    $"Baslinjen är mätt när projektet redan hade börjat ({Start:yyyy-MM-dd}): den visar inte säkert hur det var före.",
    $"The baseline was measured when the project had already begun ({Start:yyyy-MM-dd}): it does not surely show how things were before."));

public sealed record MeasurementGroupCrossed() : Refusal("MEASUREMENT_GROUP_CROSSED", new(
    "Individen har mätts i den andra gruppen. Den som byter grupp mäts i den som den började i: annars jämförs inte samma grupper.",
    "The individual has been measured in the other group. Whoever changes group is measured in the one that they began in: otherwise the groups that are compared are not the same."));

public sealed record MeasurementFormsMixed() : Refusal("MEASUREMENT_FORMS_MIXED", new(
    "Gruppen har mätts både en för en och flera tillsammans med samma indikator i samma mätomgång. Kontrollera att ingen räknas två gånger.",
    "The group has been measured both one by one and several together by the same indicator in the same wave. Check that nobody is counted twice."));

public sealed record MeasurementSiteMissing() : Refusal("MEASUREMENT_SITE_MISSING", new(
    "Raden saknar skola eller enhet, som andra rader av indikatorn har. Där någon saknar den räknas osäkerheten inte efter enheter, och inget omdöme ges.",
    "The row lacks the school or unit that other rows of the indicator have. Where any lacks it uncertainty does not go by units, and no verdict is given."));

public sealed record MeasurementOutlier() : Refusal("MEASUREMENT_OUTLIER", new(
    "Värdet ligger långt från de andra. Kontrollera att det stämmer.", "The value is far from the others. Check that it is right."));

public sealed record MeasurementStepsByUnit() : Refusal("MEASUREMENT_STEPS_BY_UNIT", new(
    "Indikatorn mäts i steg på en skala. Består grupperna av hela skolor eller enheter dras ingen slutsats av den, hur många som än mäts.",
    "The indicator is measured in steps of a scale. If the groups are made of whole schools or units, nothing is judged by it, however many are measured."));

public sealed record MeasurementSubjectMissing() : Refusal("MEASUREMENT_SUBJECT_MISSING", new(
    "Ange individens pseudonym.", "Give the individual's pseudonym."));

public sealed record MeasurementSubjectRepeated() : Refusal("MEASUREMENT_SUBJECT_REPEATED", new(
    "Individen är redan mätt med samma indikator i samma mätomgång.", "The individual has already been measured by the same indicator in the same wave."));

public sealed record MeasurementPersonalNumber() : Refusal("MEASUREMENT_PERSONAL_NUMBER", new(
    "Nyckeln innehåller ett personnummer eller samordningsnummer. Använd en pseudonym.",
    "The key contains a personal identity number or a coordination number. Use a pseudonym."));

public sealed record MeasurementNumberMissing() : Refusal("MEASUREMENT_NUMBER_MISSING", new("Ange ett värde.", "Give a value."));

public sealed record MeasurementNumberOutOfRange() : Refusal("MEASUREMENT_NUMBER_OUT_OF_RANGE", new(
    "Talet är omöjligt här, för stort eller har fler än sex decimaler.", "The number is impossible here, too large, or has more than six decimals."));

public sealed record MeasurementShareNotZeroOrOne() : Refusal("MEASUREMENT_SHARE_NOT_ZERO_OR_ONE", new(
    "För en andel är individens värde 0 eller 1.", "For a share, the individual's value is 0 or 1."));

public sealed record MeasurementCountNotWhole() : Refusal("MEASUREMENT_COUNT_NOT_WHOLE", new(
    "Ett antal är ett heltal, noll eller mer.", "A count is a whole number, zero or more."));

public sealed record MeasurementDeviationMissing() : Refusal("MEASUREMENT_DEVIATION_MISSING", new(
    "Ange standardavvikelsen när fler än en är mätta.", "Give the standard deviation when more than one is measured."));

public sealed record MeasurementEventsAboveN() : Refusal("MEASUREMENT_EVENTS_ABOVE_N", new(
    "För en andel kan antalet händelser inte vara större än antalet mätta.", "A share cannot have more events than were measured."));

public sealed record MeasurementShareUnclear() : Refusal("MEASUREMENT_SHARE_UNCLEAR", new(
    "Ange antingen antal händelser eller andelen.", "Give either the number of events or the share."));

public sealed record MeasurementOrdinalTogether() : Refusal("MEASUREMENT_ORDINAL_TOGETHER", new(
    "Ett ordnat skalsteg loggas för varje individ: medelvärden av skalsteg säger inget säkert.",
    "A step on an ordered scale is logged for each individual: means of steps say nothing certain."));

public sealed record MeasurementColumnNotForKind() : Refusal("MEASUREMENT_COLUMN_NOT_FOR_KIND", new(
    "Kolumnen används inte för indikatorer av det här slaget.", "The column is not used for indicators of this kind."));

public sealed record MeasurementRowsMissing() : Refusal("MEASUREMENT_ROWS_MISSING", new("Inga rader att logga.", "No rows to log."));

public sealed record MeasurementTooManyRows(int Most) : Refusal("MEASUREMENT_TOO_MANY_ROWS", new(
    $"Högst {Most} rader i taget.", $"At most {Most} rows at a time."));
