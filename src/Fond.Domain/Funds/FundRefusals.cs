using Fond.Domain.Common;

namespace Fond.Domain.Funds;

public sealed record FundFieldMissing() : Refusal("FUND_FIELD_MISSING", new("Fältet saknas.", "The field is missing."));

public sealed record FundNumberPatternInvalid() : Refusal("FUND_NUMBER_PATTERN_INVALID", new(
    "Mönstret ska innehålla {number} och {year}, till exempel \"{series} {year}/{number:0000}\".",
    "The pattern contains {number} and {year}, for instance \"{series} {year}/{number:0000}\"."));

public sealed record FundThresholdOutOfRange() : Refusal("FUND_THRESHOLD_OUT_OF_RANGE", new(
    $"Röjandegränsen är {FundTerms.LowestThreshold} till {FundTerms.HighestThreshold}.",
    $"The disclosure threshold is {FundTerms.LowestThreshold} to {FundTerms.HighestThreshold}."));

public sealed record FundDatesReversed() : Refusal("FUND_DATES_REVERSED", new(
    "Slutdagen ligger före startdagen.", "The last day is before the first."));

public sealed record FundLimitInvalid() : Refusal("FUND_LIMIT_INVALID", new(
    "Gränsen är inte rimlig.", "The limit makes no sense."));

public sealed record FundRulesOverlap(DateOnly From) : Refusal("FUND_RULES_OVERLAP", new(
    $"Reglerna som gäller från {From:yyyy-MM-dd} gäller redan under tiden.", $"The rules that hold from {From:yyyy-MM-dd} already hold on some of the days."));

public sealed record FundRulesMissing(DateOnly Day) : Refusal("FUND_RULES_MISSING", new(
    $"Fonden har inga regler som gäller {Day:yyyy-MM-dd}.", $"The fund has no rules that hold on {Day:yyyy-MM-dd}."));

public sealed record FundAmountInvalid() : Refusal("FUND_AMOUNT_INVALID", new(
    $"Beloppet ska vara större än noll, och fondens saldo högst {new Money(Money.MaxOre)}.", $"The amount must be more than zero, and the fund's balance at most {new Money(Money.MaxOre)}."));

public sealed record FundMoneyInsufficient(Money Available, Money Asked) : Refusal("FUND_MONEY_INSUFFICIENT", new(
    $"Fonden har {Available} kvar; {Asked} räcker den inte till.", $"The fund has {Available} left; that is not enough for {Asked}."));

public sealed record FundBalanceInsufficient(LedgerAccount Account, Money Held, Money Asked) : Refusal("FUND_BALANCE_INSUFFICIENT", new(
    $"Ärendet har {Held} att ta av; {Asked} är för mycket.", $"The case has {Held} to take from; {Asked} is too much."));
