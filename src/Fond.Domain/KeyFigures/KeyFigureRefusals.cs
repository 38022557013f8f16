using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

public sealed record KeyFigureTextInvalid(int Longest) : Refusal("KEY_FIGURE_TEXT_INVALID", new(
    $"Fyll i fältet, med högst {Longest} tecken.", $"Fill in the field, with at most {Longest} characters."));

public sealed record KeyFigureUrlInvalid() : Refusal("KEY_FIGURE_URL_INVALID", new(
    $"Ange en adress som börjar med https:// eller http://, högst {KeyFigureTerms.LongestUrl} tecken.", $"Give an address that begins with https:// or http://, at most {KeyFigureTerms.LongestUrl} characters."));

public sealed record KeyFigureCodeTaken() : Refusal("KEY_FIGURE_CODE_TAKEN", new(
    "Koden används redan i fonden.", "The code is in use in the fund already."));

public sealed record KeyFigureWholeTaken() : Refusal("KEY_FIGURE_WHOLE_TAKEN", new(
    "Fonden har redan ett område som är hela kommunen.", "The fund already has an area that is the whole municipality."));

public sealed record KeyFigureAlreadyDecided(bool Follows) : Refusal("KEY_FIGURE_ALREADY_DECIDED", new(
    Follows ? "Fonden följer redan nyckeltalet." : "Fonden följer inte nyckeltalet.", Follows ? "The fund follows the key figure already." : "The fund does not follow the key figure."));

public sealed record KeyFigureDecidedInFuture(DateOnly On) : Refusal("KEY_FIGURE_DECIDED_IN_FUTURE", new(
    $"Beslutsdagen {On:yyyy-MM-dd} ligger i framtiden.", $"The day of the decision, {On:yyyy-MM-dd}, is in the future."));

public sealed record KeyFigureDecidedBefore(DateOnly Last) : Refusal("KEY_FIGURE_DECIDED_BEFORE", new(
    $"Beslutet är äldre än det senaste, från den {Last:yyyy-MM-dd}.", $"The decision is older than the latest, of {Last:yyyy-MM-dd}."));

public sealed record KeyFigureRowsMissing() : Refusal("KEY_FIGURE_ROWS_MISSING", new("Det finns inga rader.", "There are no rows."));

public sealed record KeyFigureTooManyRows(int Most) : Refusal("KEY_FIGURE_TOO_MANY_ROWS", new(
    $"Högst {Most} rader åt gången.", $"At most {Most} rows at a time."));

public sealed record KeyFigureAreaUnknown() : Refusal("KEY_FIGURE_AREA_UNKNOWN", new(
    "Fonden har inget område med den koden. Lägg till det först.", "The fund has no area of that code. Add it first."));

public sealed record KeyFigureYearImplausible(int First, int Last) : Refusal("KEY_FIGURE_YEAR_IMPLAUSIBLE", new(
    $"Året ska ligga mellan {First} och {Last}.", $"The year must be between {First} and {Last}."));

public sealed record KeyFigureValueUnclear() : Refusal("KEY_FIGURE_VALUE_UNCLEAR", new(
    "Ange antingen ett värde eller varför det saknas.", "Give either a value or why it is missing."));

public sealed record KeyFigureValueOutOfRange() : Refusal("KEY_FIGURE_VALUE_OUT_OF_RANGE", new(
    "Talet är för stort eller har fler än sex decimaler.", "The number is too large or has more than six decimals."));

public sealed record KeyFigureRowRepeated() : Refusal("KEY_FIGURE_ROW_REPEATED", new(
    "Samma område, år och kön finns på en tidigare rad.", "The same area, year and gender are in an earlier row."));

public sealed record KeyFigureCellUnknown(string Known) : Refusal("KEY_FIGURE_CELL_UNKNOWN", new(
    $"Fältet ska vara tomt eller något av: {Known}.", $"The field must be empty or one of: {Known}."));
