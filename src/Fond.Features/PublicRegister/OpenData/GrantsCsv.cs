using System.Globalization;
using CsvHelper;
using Fond.Features.Platform.Documents;

namespace Fond.Features.PublicRegister.OpenData;

/// <summary>Grants as CSV by the column titles of the 360Giving Data Standard.</summary>
internal static class GrantsCsv
{
    private static readonly string[] Columns =
    [
        "Identifier", "Title", "Description", "Currency", "Amount Applied For", "Amount Awarded", "Amount Disbursed", "Award Date", "URL", "Planned Dates:Start Date", "Planned Dates:End Date",
        "Recipient Org:Identifier", "Recipient Org:Name", "Funding Org:Identifier", "Funding Org:Name", "Grant Programme:Title", "From An Open Call?",
    ];

    public static async Task WriteAsync(Stream stream, IAsyncEnumerable<Grant> grants, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(stream, Csv.Commas, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, ct);
        await foreach (var grant in grants.WithCancellation(ct)) await csv.WriteRecordAsync(Cells(grant), ct);
    }

    private static string?[] Cells(Grant g) =>
    [
        g.Id, g.Title, g.Description, g.Currency, Amount(g.AmountAppliedFor), Amount(g.AmountAwarded), Amount(g.AmountDisbursed), g.AwardDate, g.Url.AbsoluteUri, g.PlannedDates?[0].StartDate, g.PlannedDates?[0].EndDate,
        g.RecipientOrganization[0].Id, g.RecipientOrganization[0].Name, g.FundingOrganization[0].Id, g.FundingOrganization[0].Name, g.GrantProgramme[0].Title, g.FromOpenCall,
    ];

    private static string Amount(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
