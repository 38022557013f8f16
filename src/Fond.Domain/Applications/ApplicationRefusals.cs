using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Workflows;

namespace Fond.Domain.Applications;

public sealed record ApplicationFieldMissing() : Refusal("APPLICATION_FIELD_MISSING", new(
    "Uppgiften saknas; den behövs för att lämna in.", "This is missing; it is needed to submit."));

public sealed record ApplicationFieldInvalid() : Refusal("APPLICATION_FIELD_INVALID", new(
    "Värdet är inte möjligt här.", "The value is not possible here."));

public sealed record ApplicationListTooLong(int Most) : Refusal("APPLICATION_LIST_TOO_LONG", new(
    $"Listan har fler än {Most} rader.", $"The list has more than {Most} items."));

public sealed record ApplicationTooLarge(int Longest) : Refusal("APPLICATION_TOO_LARGE", new(
    $"Ansökan är längre än {Longest} tecken sammanlagt. Lägg längre underlag som bilagor.", $"The application is longer than {Longest} characters in all. Attach longer material as files."));

public sealed record ApplicationTargetAgainstDirection() : Refusal("APPLICATION_TARGET_AGAINST_DIRECTION", new(
    "Målvärdet går åt motsatt håll mot det önskade.", "The target goes against the desired direction."));

public sealed record ApplicationMilestoneOutsideProject(DateOnly Day) : Refusal("APPLICATION_MILESTONE_OUTSIDE_PROJECT", new(
    $"{Day:yyyy-MM-dd} ligger utanför projekttiden.", $"{Day:yyyy-MM-dd} is outside the project's time."));

public sealed record ApplicationIndicatorTwice(string Indicator) : Refusal("APPLICATION_INDICATOR_TWICE", new(
    $"Indikatorn {Indicator} förekommer två gånger.", $"The indicator {Indicator} occurs twice."));

public sealed record ApplicationGoalKindMissing(GoalKind Kind) : Refusal("APPLICATION_GOAL_KIND_MISSING", new(
    Kind == GoalKind.Qualitative ? "Ett kvalitativt mål saknas." : "Ett kvantitativt mål saknas.",
    Kind == GoalKind.Qualitative ? "A qualitative goal is missing." : "A quantitative goal is missing."));

public sealed record ApplicationGoalNotMeasured() : Refusal("APPLICATION_GOAL_NOT_MEASURED", new(
    "Ett kvantitativt mål behöver en indikator med baslinje och målvärde.", "A quantitative goal needs an indicator with a baseline and a target."));

public sealed record ApplicationGoalUnknown() : Refusal("APPLICATION_GOAL_UNKNOWN", new(
    "Målet finns inte i något program.", "The goal is in no programme."));

public sealed record ApplicationNotEditable(Phase Phase) : Refusal("APPLICATION_NOT_EDITABLE", new(
    "Ansökan kan inte ändras i det här läget.", "The application cannot be changed in its present phase."));

public sealed record ApplicationNotInFormalCheck(Phase Phase) : Refusal("APPLICATION_NOT_IN_FORMAL_CHECK", new(
    "Ansökan är inte under formell prövning.", "The application is not in its formal check."));

public sealed record ApplicationSupplementNotNow() : Refusal("APPLICATION_SUPPLEMENT_NOT_NOW", new(
    "En komplettering begärs under den formella prövningen eller inför beslutet.", "A supplement is asked for during the formal check, or before the decision."));

public sealed record ApplicationSupplementDayPassed(DateOnly Day) : Refusal("APPLICATION_SUPPLEMENT_DAY_PASSED", new(
    $"Sista dagen {Day:yyyy-MM-dd} har redan passerat.", $"The last day, {Day:yyyy-MM-dd}, has already passed."));

public sealed record ApplicationSupplementNotAsked() : Refusal("APPLICATION_SUPPLEMENT_NOT_ASKED", new(
    "Ingen komplettering är begärd.", "No supplement is asked for."));

public sealed record ApplicationSupplementDayTooSoon(DateOnly First) : Refusal("APPLICATION_SUPPLEMENT_DAY_TOO_SOON", new(
    $"Sista dagen kan flyttas tidigast till {First:yyyy-MM-dd}.", $"The last day can be moved to {First:yyyy-MM-dd} at the earliest."));

public sealed record ApplicationSupplementDayTooFar(DateOnly Last) : Refusal("APPLICATION_SUPPLEMENT_DAY_TOO_FAR", new(
    $"Sista dagen får ligga högst ett år fram, {Last:yyyy-MM-dd}.", $"The last day may be a year ahead at most, {Last:yyyy-MM-dd}."));

public sealed record ApplicationSupplementDayUnmoved() : Refusal("APPLICATION_SUPPLEMENT_DAY_UNMOVED", new(
    "Det är redan sista dagen för kompletteringen.", "That is the last day for the supplement already."));

public sealed record ApplicationSupplementLate(DateOnly LastDay) : Refusal("APPLICATION_SUPPLEMENT_LATE", new(
    $"Sista dagen för komplettering var {LastDay:yyyy-MM-dd}.", $"The last day for the supplement was {LastDay:yyyy-MM-dd}."));

public sealed record ApplicationTooLong(int MaxMonths) : Refusal("APPLICATION_TOO_LONG", new(
    $"Projektet får pågå i högst {MaxMonths} månader.", $"The project may last at most {MaxMonths} months."));

public sealed record ApplicationBudgetOutsideProject(int Year) : Refusal("APPLICATION_BUDGET_OUTSIDE_PROJECT", new(
    $"År {Year.ToString(CultureInfo.InvariantCulture)} ligger utanför projekttiden.", $"{Year.ToString(CultureInfo.InvariantCulture)} is outside the project's time."));

public sealed record ApplicationAboveYearLimit(int Year, Money Asked, Money Limit) : Refusal("APPLICATION_ABOVE_YEAR_LIMIT", new(
    $"För {Year.ToString(CultureInfo.InvariantCulture)} söks {Asked}; fonden beviljar högst {Limit} per år.", $"{Asked} is requested for {Year.ToString(CultureInfo.InvariantCulture)}; at most {Limit} a year."));

public sealed record ApplicationAboveTotalLimit(Money Asked, Money Limit) : Refusal("APPLICATION_ABOVE_TOTAL_LIMIT", new(
    $"{Asked} söks; fonden beviljar högst {Limit} totalt.", $"{Asked} is requested; the fund grants at most {Limit} in all."));

public sealed record ApplicationAsksNothing() : Refusal("APPLICATION_ASKS_NOTHING", new(
    "I budgeten söks inga medel från fonden.", "The budget asks nothing of the fund."));

public sealed record ApplicationAboveShare(decimal MaxShare) : Refusal("APPLICATION_ABOVE_SHARE", new(
    $"Fonden betalar högst {(MaxShare * 100).ToString("0.##", CultureInfo.InvariantCulture)} % av kostnaden.", $"The fund pays at most {(MaxShare * 100).ToString("0.##", CultureInfo.InvariantCulture)} % of the cost."));

public sealed record ApplicationTooFewParties(int Parties, int Fewest) : Refusal("APPLICATION_TOO_FEW_PARTIES", new(
    $"Antal parter: {Parties}. Minst {Fewest} krävs, sökanden medräknad.", $"Parties: {Parties}. At least {Fewest} are needed, the applicant included."));
