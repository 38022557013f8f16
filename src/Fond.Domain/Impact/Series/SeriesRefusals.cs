using Fond.Domain.Common;

namespace Fond.Domain.Impact.Series;

public sealed record PlanSeriesNotOfDesign() : Refusal("PLAN_SERIES_NOT_OF_DESIGN", new(
    "Ett nyckeltal kan ställas bredvid en indikator bara när upplägget är en historisk jämförelse eller en registerjämförelse.",
    "A key figure can be set beside an indicator only where the design is a historical comparison or a register comparison."));

public sealed record PlanSeriesNeedsNumbers() : Refusal("PLAN_SERIES_NEEDS_NUMBERS", new(
    "Skalsteg och bedömningar har inget medelvärde som ett nyckeltal kan ställas bredvid.",
    "Steps of a scale and judgements have no mean that a key figure can be set beside."));

public sealed record PlanSeriesUnknown(string Named) : Refusal("PLAN_SERIES_UNKNOWN", new(
    $"Fonden har inget nyckeltal eller område med koden {Named}.", $"The fund has no key figure or area of the code {Named}."));

public sealed record PlanSeriesUnitDiffers(string Unit, string KeyFigureUnit) : Refusal("PLAN_SERIES_UNIT_DIFFERS", new(
    $"Nyckeltalet räknas i {KeyFigureUnit} och indikatorn i {Unit}. De kan jämföras bara i samma enhet; en andel ställs bredvid ett nyckeltal i procent.",
    $"The key figure is counted in {KeyFigureUnit} and the indicator in {Unit}. They can be compared only in the same unit; a share is set beside a key figure in per cent."));

public sealed record PlanSeriesIsTotal(string KeyFigureUnit) : Refusal("PLAN_SERIES_IS_TOTAL", new(
    $"Nyckeltalet räknas i {KeyFigureUnit}, vilket kan vara summan för ett helt område, och det som räknas i projektet anges per person. Välj ett nyckeltal vars enhet säger per vad, som per invånare, eller som fonden har angett är per person.",
    $"The key figure is counted in {KeyFigureUnit}, which may be the sum of a whole area, and what is counted in the project is told per person. Choose a key figure whose unit says per what, as per inhabitant, or which the fund has said to be per person."));

public sealed record SeriesYearsMissing(string Years) : Refusal("SERIES_YEARS_MISSING", new(
    $"Nyckeltalet har inget värde för {Years}.", $"The key figure has no value for {Years}."));

public sealed record SeriesYearsMeet() : Refusal("SERIES_YEARS_MEET", new(
    "Mätomgången och baslinjen ligger i samma år, och nyckeltalet räknas årsvis.",
    "The wave and the baseline are in the same year, and the key figure is counted by year."));
