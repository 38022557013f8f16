using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Decisions;

public sealed record DecisionBodyCannotDecide(string Body, BodyKind Kind) : Refusal("DECISION_BODY_CANNOT_DECIDE", new(
    $"{Body} ({Terms.Of(Kind).Sv}) kan inte fatta ett sådant beslut.", $"{Body} ({Terms.Of(Kind).En}) cannot make such a decision."));

public sealed record DecisionNoQuorum(int Voting, int Quorum) : Refusal("DECISION_NO_QUORUM", new(
    $"Organet är inte beslutfört: {Voting} röstberättigade utan jäv är närvarande, {Quorum} krävs.",
    $"There is no quorum: {Voting} voting members without a conflict are present, {Quorum} are needed."));

public sealed record DecisionPresentNotMember(long PersonId, DateOnly Day) : Refusal("DECISION_PRESENT_NOT_MEMBER", new(
    $"Personen har ingen plats i organet den {Day:yyyy-MM-dd}.", $"The person has no seat in the body on {Day:yyyy-MM-dd}."));

public sealed record DecisionPresentTwice(long PersonId) : Refusal("DECISION_PRESENT_TWICE", new(
    "Personen är upptagen två gånger bland de närvarande.", "The person is listed twice among those present."));

public sealed record DecisionConflictedPresent(long PersonId) : Refusal("DECISION_CONFLICTED_PRESENT", new(
    "Personen har anmält jäv i ärendet och får inte vara närvarande.",
    "The person has declared a conflict of interest in the case and may not be present."));

public sealed record DecisionDateInFuture(DateOnly DecidedOn) : Refusal("DECISION_DATE_IN_FUTURE", new(
    $"Beslutsdagen {DecidedOn:yyyy-MM-dd} ligger i framtiden.", $"The day of the decision, {DecidedOn:yyyy-MM-dd}, is in the future."));

public sealed record DecisionBeforeCase(DateOnly DecidedOn, DateOnly Earliest) : Refusal("DECISION_BEFORE_CASE", new(
    $"Beslutsdagen {DecidedOn:yyyy-MM-dd} ligger före {Earliest:yyyy-MM-dd}, då ärendet kom till organet.",
    $"The day of the decision, {DecidedOn:yyyy-MM-dd}, is before {Earliest:yyyy-MM-dd}, when the case came to the body."));

public sealed record DecisionParagraphMissing() : Refusal("DECISION_PARAGRAPH_MISSING", new(
    "Ange paragrafen i protokollet.", "Give the paragraph of the minutes."));

public sealed record DecisionReasonsMissing() : Refusal("DECISION_REASONS_MISSING", new(
    "Beslutet måste motiveras.", "The decision must give its reasons."));

public sealed record DecisionConditionMissing(int Number) : Refusal("DECISION_CONDITION_MISSING", new(
    $"Villkor {Number} är tomt.", $"Condition {Number} is empty."));

public sealed record DecisionConditionsNotAllowed() : Refusal("DECISION_CONDITIONS_NOT_ALLOWED", new(
    "Ett avslag kan inte ha några villkor.", "A rejection cannot carry conditions."));

public sealed record DecisionChildImpactMissing() : Refusal("DECISION_CHILD_IMPACT_MISSING", new(
    "Ansökan berör barn men saknar barnkonsekvensanalys. Begär komplettering innan beslut fattas.",
    "The application concerns children but has no child impact assessment. Ask for it before the case is decided."));

public sealed record DecisionAmountsMissing() : Refusal("DECISION_AMOUNTS_MISSING", new(
    "Ange beviljade belopp per år.", "Give the granted amounts by year."));

public sealed record DecisionAmountsNotAllowed() : Refusal("DECISION_AMOUNTS_NOT_ALLOWED", new(
    "Ett avslag kan inte ha några belopp.", "A rejection cannot carry amounts."));

public sealed record DecisionAboveYearLimit(int Year, Money Amount, Money Limit) : Refusal("DECISION_ABOVE_YEAR_LIMIT", new(
    $"{Amount} för {Year} är mer än fondens högsta bidrag per år, {Limit}.",
    $"{Amount} for {Year} is more than the fund's largest grant a year, {Limit}."));

public sealed record DecisionAboveTotalLimit(Money Total, Money Limit) : Refusal("DECISION_ABOVE_TOTAL_LIMIT", new(
    $"{Total} är mer än fondens högsta sammanlagda bidrag, {Limit}.",
    $"{Total} is more than the fund's largest grant in total, {Limit}."));

public sealed record DecisionAboveAsked(Money Total, Money Asked) : Refusal("DECISION_ABOVE_ASKED", new(
    $"{Total} är mer än de {Asked} som ansökan gäller.", $"{Total} is more than the {Asked} that the application asks for."));

public sealed record DecisionAboveDelegation(Money Total, Money Limit) : Refusal("DECISION_ABOVE_DELEGATION", new(
    $"Styrgruppen får själv bevilja högst {Limit}. {Total} kräver att ärendet överlämnas till styrelsen med ett förslag.",
    $"The steering group may grant at most {Limit} by itself. For {Total} the case must go to the board with a proposal."));

public sealed record DecisionNotDelegated(DelegatedKind Kind, DateOnly Day) : Refusal("DECISION_NOT_DELEGATED", new(
    $"Styrgruppen hade ingen delegation att {Terms.Of(Kind).Sv} den {Day:yyyy-MM-dd}. Överlämna ärendet till styrelsen med ett förslag.",
    $"The steering group had no delegation to {Terms.Of(Kind).En} on {Day:yyyy-MM-dd}. Refer the case to the board with a proposal."));

public sealed record DecisionOutcomeMismatch(DecisionOutcome Fitting) : Refusal("DECISION_OUTCOME_MISMATCH", new(
    Fitting == DecisionOutcome.Granted
        ? "Beloppen är desamma som ansökans: det är bifall i sin helhet."
        : "Minst ett år får mindre än vad som söks: det är delvis bifall.",
    Fitting == DecisionOutcome.Granted
        ? "The amounts are those of the application: that is a grant in full."
        : "At least one year gets less than the application asks for: that is a grant in part."));

public sealed record DecisionAwaitsSupplement() : Refusal("DECISION_AWAITS_SUPPLEMENT", new(
    "Ansökan kompletteras. Den avgörs, eller lämnas vidare till styrelsen, när kompletteringen har kommit in eller tiden för den är ute.",
    "The application is being supplemented. It is decided, or referred to the board, once the supplement has come in or its time is over."));
