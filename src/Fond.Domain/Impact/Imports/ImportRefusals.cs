using Fond.Domain.Common;

namespace Fond.Domain.Impact.Imports;

public sealed record ImportEmpty() : Refusal("IMPORT_EMPTY", new("Filen är tom.", "The file is empty."));

public sealed record ImportEnded() : Refusal("IMPORT_ENDED", new(
    "Inläsningen är redan avslutad.", "The import has already ended."));

public sealed record ImportInterrupted() : Refusal("IMPORT_INTERRUPTED", new(
    "Inläsningen avbröts gång på gång av fel i Fond. Inget har loggats; skicka filen igen eller vänd dig till administratören.",
    "The import was interrupted time and again by faults in Fond. Nothing was logged; send the file again or turn to the administrator."));

public sealed record ImportNotAllowed() : Refusal("IMPORT_NOT_ALLOWED", new(
    "Den som skickade filen får inte längre logga mätningar i projektet.", "Whoever sent the file may no longer log measurements of the project."));

public sealed record ImportTooManyAtOnce(int Most) : Refusal("IMPORT_TOO_MANY_AT_ONCE", new(
    $"Projektet har redan {Most} inläsningar som inte är avslutade. Vänta tills någon är det, eller avbryt en.",
    $"The project already has {Most} imports that have not ended. Wait until one has, or cancel one."));

public sealed record ImportOptionUnknown(string Known) : Refusal("IMPORT_OPTION_UNKNOWN", new(
    $"Värdet finns inte. Välj bland: {Known}.", $"There is no such value. Choose among: {Known}."));

public sealed record ImportNotText() : Refusal("IMPORT_NOT_TEXT", new(
    "Filen är inte text i UTF-8. Spara den som CSV UTF-8.", "The file is not text in UTF-8. Save it as CSV UTF-8."));

public sealed record ImportNotCsv() : Refusal("IMPORT_NOT_CSV", new(
    "Raden kan inte läsas som CSV: ett citattecken är inte avslutat, eller ett fält är för långt.",
    "The row cannot be read as CSV: a quotation mark is not closed, or a field is too long."));

/// <summary>By its place: what stands where a name should be may be anything, a person's as well.</summary>
public sealed record ImportColumnUnknown(int Column) : Refusal("IMPORT_COLUMN_UNKNOWN", new(
    $"Rubriken i kolumn {Column} är inte känd. Se docs/api.md för kolumnerna.", $"The header of column {Column} is not known. See docs/api.md for the columns."));

public sealed record ImportColumnRepeated(string Name) : Refusal("IMPORT_COLUMN_REPEATED", new(
    $"Kolumnen {Name} finns flera gånger.", $"The column {Name} occurs more than once."));

public sealed record ImportColumnMissing(string Name) : Refusal("IMPORT_COLUMN_MISSING", new(
    $"Kolumnen {Name} saknas.", $"The column {Name} is missing."));

public sealed record ImportFaultsMore(int Number) : Refusal("IMPORT_FAULTS_MORE", new(
    $"Filen har {Number} fel till, som inte visas.", $"The file has {Number} more faults, which are not shown."));

public sealed record ImportWarningsMore(int Number) : Refusal("IMPORT_WARNINGS_MORE", new(
    $"Filen har {Number} varningar till, som inte visas.", $"The file has {Number} more warnings, which are not shown."));

public sealed record ImportRowLength(int Columns) : Refusal("IMPORT_ROW_LENGTH", new(
    $"Raden ska ha {Columns} fält, lika många som rubrikraden.", $"The row must have {Columns} fields, as many as the header."));

public sealed record ImportCellMissing() : Refusal("IMPORT_CELL_MISSING", new("Fältet får inte vara tomt.", "The field may not be empty."));

public sealed record ImportCellNotNumber() : Refusal("IMPORT_CELL_NOT_NUMBER", new(
    "Fältet är inget tal. Skriv utan mellanslag mellan tusental; decimalkomma går i filer med semikolon, annars decimalpunkt.",
    "The field is not a number. Write no spaces between thousands; a decimal comma is for files with semicolons, otherwise a decimal point."));

public sealed record ImportCellNotWhole() : Refusal("IMPORT_CELL_NOT_WHOLE", new(
    "Fältet är inget heltal.", "The field is not a whole number."));

public sealed record ImportCellNotDay() : Refusal("IMPORT_CELL_NOT_DAY", new(
    "Fältet är ingen dag. Skriv som 2026-03-10.", "The field is not a day. Write it as 2026-03-10."));

public sealed record ImportCellNotGroup() : Refusal("IMPORT_CELL_NOT_GROUP", new(
    "Gruppen ska vara INTERVENTION eller COMPARISON.", "The group must be INTERVENTION or COMPARISON."));
