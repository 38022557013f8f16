using Fond.Domain.Common;

namespace Fond.Domain.Impact.Qualitative;

public sealed record QualitativeCorrected() : Refusal("QUALITATIVE_CORRECTED", new(
    "Anteckningen är redan rättad. Rätta den senaste versionen.", "This has already been corrected. Correct the latest version."));

public sealed record QualitativeDayInFuture() : Refusal("QUALITATIVE_DAY_IN_FUTURE", new(
    "Dagen ligger i framtiden.", "The day is in the future."));

public sealed record QualitativeMatterUnclear() : Refusal("QUALITATIVE_MATTER_UNCLEAR", new(
    "Ange precis en sak som det gäller: ett av ansökans programmål, ett utfall eller en effekt i effektkedjan, eller, när måluppfyllelse bedöms, en indikator.",
    "Name exactly one thing that it concerns: a programme goal of the application, an outcome or effect of the logic model or, when attainment is judged, an indicator."));

public sealed record QualitativeGoalUnknown(string Sought) : Refusal("QUALITATIVE_GOAL_UNKNOWN", new(
    $"Ansökan avser inte programmålet {Sought}.", $"The application does not serve the programme goal {Sought}."));

public sealed record QualitativeOutcomeUnknown(string Sought) : Refusal("QUALITATIVE_OUTCOME_UNKNOWN", new(
    $"Effektkedjan har inget utfall och ingen effekt {Sought}.", $"The logic model has no outcome or effect {Sought}."));

public sealed record QualitativeThemesMany(int Most) : Refusal("QUALITATIVE_THEMES_MANY", new(
    $"Högst {Most} teman.", $"At most {Most} themes."));

public sealed record AttainmentScoreInvalid() : Refusal("ATTAINMENT_SCORE_INVALID", new(
    "Bedömningen görs på en skala från -2 (mycket mindre än väntat) till 2 (mycket mer än väntat).", "Attainment is judged on a scale from -2 (much less than expected) to 2 (much more than expected)."));

public sealed record AttainmentIndicatorUnknown(string Sought) : Refusal("ATTAINMENT_INDICATOR_UNKNOWN", new(
    $"Mätplanen har ingen indikator {Sought}.", $"The measurement plan has no indicator {Sought}."));

public sealed record AttainmentWaveUnknown(string Sought) : Refusal("ATTAINMENT_WAVE_UNKNOWN", new(
    $"Mätplanen har ingen mätomgång {Sought}.", $"The measurement plan has no wave {Sought}."));
