using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Impact.Imports;

/// <summary>What was wrong with a file or should be looked at, a row a fault; the columns are called alike in every language, as programs read them.</summary>
internal static class ImportFaultsCsv
{
    private static readonly string[] Columns = ["row", "column", "code", "message", "severity"];

    public static byte[] Of(IEnumerable<ImportFault> faults, Language language) =>
        Csv.Of(Csv.Commas, Columns, faults.Select(IEnumerable<object?> (f) => [f.Row, f.Column, f.Code, f.Message.In(language), f.IsWarning ? "WARNING" : "FAULT"]));
}
