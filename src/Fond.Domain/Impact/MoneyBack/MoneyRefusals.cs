using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

public sealed record MoneyLinesMany(int Most) : Refusal("MONEY_LINES_MANY", new($"Högst {Most} rader.", $"At most {Most} lines."));

public sealed record MoneyCodeInvalid() : Refusal("MONEY_CODE_INVALID", new("Varje enhetskostnad ska ha en egen kod.", "Each unit cost must have a code of its own."));

public sealed record MoneyTextInvalid(int Longest) : Refusal("MONEY_TEXT_INVALID", new($"Fyll i fältet, med högst {Longest} tecken.", $"Fill in the field, with at most {Longest} characters."));

public sealed record MoneyBoardUnclear() : Refusal("MONEY_BOARD_UNCLEAR", new("Ange nämndens namn när, och bara när, det är en nämnd.", "Give the board's name when, and only when, it is a board."));

public sealed record MoneyTooLarge() : Refusal("MONEY_TOO_LARGE", new("Beloppet är för stort eller på fel sida om noll.", "The amount is too large or on the wrong side of zero."));

public sealed record MoneyUnitCostNotValid(DateOnly Day) : Refusal("MONEY_UNIT_COST_NOT_VALID", new($"Enhetskostnaden gäller inte den {Day:yyyy-MM-dd}.", $"The unit cost is not valid on {Day:yyyy-MM-dd}."));

public sealed record MoneyIndexMissing(int Year) : Refusal("MONEY_INDEX_MISSING", new($"Prisindex saknas för {Year}.", $"The price index has no level for {Year}."));

public sealed record MoneyUnitCostUnknown() : Refusal("MONEY_UNIT_COST_UNKNOWN", new("Enhetskostnaden finns inte i kalkylen.", "The unit cost is not in the calculation."));

public sealed record MoneyYearInvalid(int Longest) : Refusal("MONEY_YEAR_INVALID", new($"Året räknas från starten, 0 till {Longest}.", $"The year counts from the start, 0 to {Longest}."));

public sealed record MoneyNumberInvalid() : Refusal("MONEY_NUMBER_INVALID", new("Talet är omöjligt här.", "The number is impossible here."));

public sealed record MoneyNeverCovered() : Refusal("MONEY_NEVER_COVERED", new(
    "Inget antal fall räcker: ett undvikt fall sparar inget inom den tid som räknas för den som betalar.",
    "No number of cases is enough: a prevented case saves whoever pays nothing within the time that is counted."));

public sealed record MoneyRateInvalid() : Refusal("MONEY_RATE_INVALID", new("Kalkylräntan ska vara 0 till 20 procent.", "The discount rate must be 0 to 20 per cent."));
