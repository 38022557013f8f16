using Fond.Domain.Common;

namespace Fond.Domain.Impact;

public sealed record PlanReasonMissing() : Refusal("PLAN_REASON_MISSING", new(
    "Mätningar har loggats. Ange varför mätplanen ändras; den tidigare versionen finns kvar.",
    "Measurements have been logged. Say why the measurement plan is changed; the version before is kept."));

public sealed record PlanPartStays(string Part) : Refusal("PLAN_PART_STAYS", new(
    $"{Part} har mätningar eller är primär och kan inte tas bort ur mätplanen.", $"{Part} has measurements or is primary, and cannot be taken out of the measurement plan."));

public sealed record PlanPartMeasured(string Part) : Refusal("PLAN_PART_MEASURED", new(
    $"{Part} har mätningar, så uppgiften kan inte ändras.", $"{Part} has measurements, so this cannot be changed."));

public sealed record PlanPrimaryFixed(string Indicator) : Refusal("PLAN_PRIMARY_FIXED", new(
    $"Vilka indikatorer som är primära bestäms före den första mätningen. Det går inte att ändra för {Indicator}.",
    $"Which indicators are primary is settled before the first measurement. It cannot be changed for {Indicator}."));

public sealed record PlanWaveShrunk(string Wave, DateOnly From, DateOnly To) : Refusal("PLAN_WAVE_SHRUNK", new(
    $"Mätomgång {Wave} har mätningar. Den kan förlängas men måste rymma {From:yyyy-MM-dd} till {To:yyyy-MM-dd}.",
    $"The wave {Wave} has measurements. It can be extended, but must hold {From:yyyy-MM-dd} to {To:yyyy-MM-dd}."));

public sealed record PlanDesignNoteMissing() : Refusal("PLAN_DESIGN_NOTE_MISSING", new(
    "Det nya upplägget påstår mer, eller jämför på ett annat sätt, än det som gällde vid den första mätningen. Ange vad det vilar på; det visas vid resultaten.",
    "The new design claims more, or compares in another way, than the one that held at the first measurement. Say what it rests on; that is shown with the results."));

public sealed record PlanPartsInvalid(int Most) : Refusal("PLAN_PARTS_INVALID", new(
    $"Listan ska ha minst en rad och högst {Most}.", $"The list must have at least one item and at most {Most}."));

public sealed record PlanFieldInvalid(int Longest) : Refusal("PLAN_FIELD_INVALID", new(
    $"Fyll i fältet, med högst {Longest} tecken.", $"Fill in the field, with at most {Longest} characters."));

public sealed record PlanKindMissing() : Refusal("PLAN_KIND_MISSING", new(
    "Ange vilket slags mått indikatorn är och åt vilket håll den ska ändras, om den inte hämtas ur katalogen.",
    "Give what kind of figure the indicator is and which way it is to change, unless it is taken from the catalogue."));

public sealed record PlanTargetMissing() : Refusal("PLAN_TARGET_MISSING", new(
    "Ange målvärdet som ska nås till dagen.", "Give the target that is to be reached by the day."));

public sealed record PlanQualitativeNumber() : Refusal("PLAN_QUALITATIVE_NUMBER", new(
    "En kvalitativ indikator bedöms. Den har varken utgångsvärde eller målvärde i tal och kan inte vara primär.",
    "A qualitative indicator is judged. It has no baseline or target in numbers, and cannot be primary."));

public sealed record PlanPrimaryStepsByUnits(string Indicator) : Refusal("PLAN_PRIMARY_STEPS_BY_UNITS", new(
    $"{Indicator} mäts i steg på en skala, och grupperna består av hela skolor eller enheter. Då går det aldrig att säga om projektet gav något: välj ett mått med medelvärde eller andel som primärt, och låt {Indicator} stå bredvid.",
    $"{Indicator} is measured in steps of a scale, and the groups are made of whole schools or units. It could then never be told whether the project made a difference: choose a figure with a mean or a share as primary, and let {Indicator} stand beside."));

public sealed record PlanNumberInvalid() : Refusal("PLAN_NUMBER_INVALID", new(
    "Talet ska vara mindre än en biljon och ha högst sex decimaler.", "The number must be below 10^12 and have at most six decimals."));

public sealed record PlanCodeRepeated(string Repeated) : Refusal("PLAN_CODE_REPEATED", new(
    $"Koden {Repeated} finns två gånger.", $"The code {Repeated} occurs twice."));

public sealed record PlanWaveReversed(string Wave) : Refusal("PLAN_WAVE_REVERSED", new(
    $"Mätomgång {Wave} slutar innan den börjar.", $"The wave {Wave} ends before it begins."));

public sealed record PlanWavesOverlap(string First, string Second) : Refusal("PLAN_WAVES_OVERLAP", new(
    $"Mätomgångarna {First} och {Second} överlappar varandra.", $"The waves {First} and {Second} overlap."));

public sealed record PlanBaselineInvalid() : Refusal("PLAN_BASELINE_INVALID", new(
    "Precis en mätomgång ska vara baslinje, och den ska komma först.", "Exactly one wave must be the baseline, and it must come first."));

public sealed record PlanSizeInvalid(int Largest) : Refusal("PLAN_SIZE_INVALID", new(
    $"Ange hur många som ska mätas, 1 till {Largest}, för jämförelsegruppen om och bara om upplägget har en.",
    $"Give how many are to be measured, 1 to {Largest}, for the comparison group if and only if the design has one."));

public sealed record PlanMissing() : Refusal("PLAN_MISSING", new(
    "Projektet har ingen mätplan än.", "The project has no measurement plan yet."));
