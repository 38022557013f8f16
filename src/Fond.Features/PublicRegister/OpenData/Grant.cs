using System.Globalization;
using System.Text.Json.Serialization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.PublicRegister.Pages;

namespace Fond.Features.PublicRegister.OpenData;

/// <summary>A decided grant by the names of the 360Giving Data Standard 1.4.3.</summary>
internal sealed record Grant(
    string Id, string Title, string Description, string Currency, decimal AmountAppliedFor, decimal AmountAwarded, decimal AmountDisbursed, string AwardDate, Uri Url,
    IReadOnlyList<Period>? PlannedDates, IReadOnlyList<Organisation> RecipientOrganization, IReadOnlyList<Organisation> FundingOrganization, IReadOnlyList<GrantProgramme> GrantProgramme, string FromOpenCall)
{
    /// <summary>What is marked stands as such: the standard demands a title, a description and a recipient.</summary>
    /// <param name="address">Where this Fond is: https://fond.example.se.</param>
    public static Grant Of(PublicCase c, string address)
    {
        var hidden = Said.Marked.Sv;
        return new(
            $"fond-{Slug(c.Municipality)}-{Slug(c.CaseNumber)}", c.Title ?? hidden, c.Summary ?? (c.Hides(ApplicationFields.Summary) ? hidden : c.Title ?? hidden), "SEK", Kronor(c.Asked), Kronor(c.Granted), Kronor(c.Disbursed), Day(c.DecidedOn), new(address + CasePage.Path(c)),
            c is { Start: { } start, End: { } end } ? [new(Day(start), Day(end))] : null,
            [new(c.Organisation is { } applicant ? $"fond-{Slug(c.Municipality)}-{Slug(applicant)}" : $"fond-{Slug(c.Municipality)}", c.Organisation ?? hidden)],
            [new($"fond-{Slug(c.Municipality)}", $"{c.Municipality} kommun")],
            [new(c.Fund)], "Yes");
    }

    private static decimal Kronor(Money money) => money.Ore / 100m;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Letters and digits as they are, the rest as hyphens.</summary>
    private static string Slug(string text) => string.Concat(text.Trim().ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : '-'));
}

internal sealed record Organisation(string Id, string Name);

internal sealed record GrantProgramme(string Title);

internal sealed record Period(string StartDate, string EndDate);
