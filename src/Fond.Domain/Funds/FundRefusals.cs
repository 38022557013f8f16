using Fond.Domain.Common;

namespace Fond.Domain.Funds;

public sealed record FundFieldMissing() : Refusal("FUND_FIELD_MISSING", new("Fyll i fältet.", "Fill in the field."));

/// <param name="Fund">The fund whose series it is.</param>
public sealed record FundNumberPatternClashes(string Fund) : Refusal("FUND_NUMBER_PATTERN_CLASHES", new(
    $"Ett ärende kan få samma diarienummer som ett i {Fund}, som har en annan serie. Låt serien stå i numret: {{series}}.",
    $"A case might get the same number as one of {Fund}, which has another series. Let the series stand in the number: {{series}}."));

public sealed record FundNumberPatternInvalid() : Refusal("FUND_NUMBER_PATTERN_INVALID", new(
    "Mönstret ska innehålla {number} och {year}, och inget annat inom klamrar än {series}, till exempel \"{series} {year}/{number:0000}\".",
    "The pattern must contain {number} and {year}, and nothing else in braces but {series}, for instance \"{series} {year}/{number:0000}\"."));

public sealed record FundThresholdOutOfRange() : Refusal("FUND_THRESHOLD_OUT_OF_RANGE", new(
    $"Röjandegränsen ska vara {FundTerms.LowestThreshold} till {FundTerms.HighestThreshold}.",
    $"The disclosure threshold must be {FundTerms.LowestThreshold} to {FundTerms.HighestThreshold}."));

public sealed record FundDatesReversed() : Refusal("FUND_DATES_REVERSED", new(
    "Slutdagen ligger före startdagen.", "The last day is before the first."));

public sealed record FundLimitInvalid() : Refusal("FUND_LIMIT_INVALID", new(
    "Gränsen är inte rimlig: belopp större än noll, 1 till 240 månader, andel över 0 och högst 1, 1 till 50 parter.", "The limit makes no sense: amounts above zero, 1 to 240 months, a share above 0 and at most 1, 1 to 50 parties."));

public sealed record FundRulesOverlap(DateOnly From) : Refusal("FUND_RULES_OVERLAP", new(
    $"Perioden överlappar reglerna som gäller från {From:yyyy-MM-dd}.", $"The period overlaps that of the rules that hold from {From:yyyy-MM-dd}."));

public sealed record FundRulesMissing(DateOnly Day) : Refusal("FUND_RULES_MISSING", new(
    $"Fonden har inga regler som gäller {Day:yyyy-MM-dd}.", $"The fund has no rules that hold on {Day:yyyy-MM-dd}."));

public sealed record FundAmountInvalid() : Refusal("FUND_AMOUNT_INVALID", new(
    $"Beloppet ska vara större än noll, och fondens saldo högst {new Money(Money.MaxOre)}.", $"The amount must be more than zero, and the fund's balance at most {new Money(Money.MaxOre)}."));

public sealed record FundMoneyInsufficient(Money Available, Money Asked) : Refusal("FUND_MONEY_INSUFFICIENT", new(
    $"Fonden har {Available} kvar; det räcker inte till {Asked}.", $"The fund has {Available} left; that is not enough for {Asked}."));

public sealed record FundBalanceInsufficient(LedgerAccount Account, Money Held, Money Asked) : Refusal("FUND_BALANCE_INSUFFICIENT", new(
    $"Ärendet har {Held} kvar; {Asked} kan inte tas ut.", $"The case has {Held} left; {Asked} cannot be taken out."));
