using Fond.Domain.Common;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Meetings;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.PublicRegister.Pages;

/// <summary>The register as pages for everybody: <c>/register</c>, <c>/register/cases/{municipality}/{case number}</c>, <c>/register/ended</c>, <c>/register/minutes</c>, <c>/register/consultations</c>, <c>/register/matters</c>.</summary>
internal static class RegisterPages
{
    private const int PageSize = 20;

    public static void MapRegister(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/register", Reading, CasesAsync);
        routes.MapMethods("/register/cases/{municipality}/{**caseNumber}", Reading, CaseAsync);
        routes.MapMethods("/register/ended", Reading, EndedAsync);
        routes.MapMethods("/register/minutes", Reading, MinutesAsync);
        routes.MapMethods("/register/consultations", Reading, ConsultationsAsync);
        routes.MapMethods("/register/matters", Reading, MattersAsync);
    }

    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static async Task<IResult> CasesAsync(string? text, string? municipality, string? future, string? after, HttpContext http, ActorContext caller, FondDb db, PublicCases cases, CancellationToken ct)
    {
        var becomes = Enum.TryParse<ProjectFuture>(future, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : (ProjectFuture?)null;
        var search = new PublicSearch(NullIfEmpty(municipality), Text: NullIfEmpty(text), Future: becomes);
        var (decisions, next) = await PageAsync(await search.InAsync(db, ct), after, ct);
        return CaseListPage.Of(http, caller.Language, text, municipality, becomes, await cases.OfAsync(decisions, ct), next);
    }

    private static async Task<IResult> CaseAsync(string municipality, string caseNumber, HttpContext http, ActorContext caller, FondDb db, PublicCases cases, PublicDocuments documents, CancellationToken ct)
    {
        var decisions = await (await db.DecisionsOfAsync(municipality, caseNumber, ct)).Take(PageSize).ToListAsync(ct);
        var entries = await documents.OfAsync(municipality, caseNumber, ct);
        if (decisions.Count == 0)
            return await db.EndedOfAsync(municipality, caseNumber, ct) is { } ended ? EndedCasePage.Of(http, caller.Language, municipality, ended, entries) : RegisterPage.Missing(http, caller.Language);
        var decided = await cases.OfAsync(decisions, ct);
        return CasePage.Of(http, caller.Language, decided, await decided[0].Measured.GetResultAsync(ct), await decided[0].MeasuredCaveats.GetResultAsync(ct), entries);
    }

    private static async Task<IResult> EndedAsync(string? text, string? municipality, string? after, HttpContext http, ActorContext caller, PublicEndedCases cases, CancellationToken ct)
    {
        var (page, next) = await PageAsync(await cases.MatchingAsync(NullIfEmpty(municipality), NullIfEmpty(text), ct), after, ct);
        return EndedListPage.Of(http, caller.Language, text, municipality, await cases.OfAsync(page, ct), next);
    }

    private static async Task<IResult> MinutesAsync(string? text, string? municipality, string? after, HttpContext http, ActorContext caller, FondDb db, CancellationToken ct)
    {
        var search = new PublicMinutesSearch(NullIfEmpty(municipality), NullIfEmpty(text));
        var (page, next) = await PageAsync(await search.InAsync(db, ct), after, ct);
        var minutes = (await MinutesContent.ReadAsync(db, page, ct)).Select(content => PublicMinutes.Of(content, caller.Language)).ToList();
        return MinutesPage.Of(http, caller.Language, text, municipality, minutes, next);
    }

    private static async Task<IResult> ConsultationsAsync(string? text, string? municipality, string? after, HttpContext http, ActorContext caller, PublicConsultations consultations, CancellationToken ct)
    {
        var (page, next) = await PageAsync(await consultations.MatchingAsync(NullIfEmpty(municipality), NullIfEmpty(text), ct), after, ct);
        return ConsultationsPage.Of(http, caller.Language, text, municipality, await consultations.OfAsync(page, ct), next);
    }

    private static async Task<IResult> MattersAsync(string? text, string? municipality, string? after, HttpContext http, ActorContext caller, PublicMatters matters, CancellationToken ct)
    {
        var (page, next) = await PageAsync(await matters.MatchingAsync(NullIfEmpty(municipality), NullIfEmpty(text), ct), after, ct);
        return MattersPage.Of(http, caller.Language, text, municipality, await matters.OfAsync(page, ct), next);
    }

    /// <summary>Newest first, and where the next page begins.</summary>
    private static async Task<(List<T> Rows, string? Next)> PageAsync<T>(IQueryable<T> rows, string? after, CancellationToken ct) where T : Entity
    {
        if (GlobalId.Read<T>(after) is { } last) rows = rows.Where(r => r.Id < last);
        var page = await (await rows.OrderByDescending(r => r.Id).Take(PageSize + 1).LookAheadAsync(ct)).ToListAsync(ct);
        return (page[..Math.Min(PageSize, page.Count)], page.Count > PageSize ? GlobalId.Of<T>(page[PageSize - 1].Id) : null);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal static class RegisterForm
{
    /// <param name="more">What else the list is narrowed by.</param>
    public static Html Search(Language language, string action, Text label, string? text, string? municipality, Html? more = null) => $"""
        <form action="{action}" method="get" role="search">
        <p><label for="text">{label.In(language)}</label> <input id="text" name="text" type="search" value="{text}" maxlength="200" /></p>
        <p><label for="municipality">{Said.Municipality.In(language)}</label> <input id="municipality" name="municipality" value="{municipality}" maxlength="100" /></p>
        {more ?? Html.None}<p><button type="submit">{Said.Search.In(language)}</button></p>
        </form>

        """;

    /// <param name="more">The same as parameters.</param>
    public static Html Next(Language language, string action, string? text, string? municipality, string? next, string more = "")
    {
        if (next is null) return $"";
        var href = $"{action}?text={Uri.EscapeDataString(text ?? "")}&municipality={Uri.EscapeDataString(municipality ?? "")}{more}&after={next}";
        return $"<p><a href=\"{href}\" rel=\"next\">{Said.Next.In(language)}</a></p>\n";
    }
}
