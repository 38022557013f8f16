using Fond.Features.Applications;
using Fond.Features.Platform.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Reports;

/// <summary>
/// Reports of a project, of a fund's projects and of a programme: <c>GET /projects/{id}/report.html</c> to be read, <c>.pdf</c> to be kept, <c>.json</c> with all tables for programs, and
/// each table by itself as <c>/projects/{id}/report/{table}.csv</c>; the same below <c>/funds/{id}</c> and <c>/programmes/{id}</c>. In the language of <c>?lang=</c>.
/// </summary>
internal static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        MapForms(routes, "/projects/{id}", async (http, id, ct) => ProjectReport.Of(await http.RequestServices.GetRequiredService<ProjectReader>().ReadAsync(id, ct)));
        MapForms(routes, "/funds/{id}", async (http, id, ct) => PortfolioReport.Of(await http.RequestServices.GetRequiredService<PortfolioReader>().ReadAsync(id, FilterOf(http.Request.Query), ct)));
        MapForms(routes, "/programmes/{id}", async (http, id, ct) => ProgrammeReport.Of(await http.RequestServices.GetRequiredService<ProgrammeReader>().ReadAsync(id, http.Request.Query["from"], http.Request.Query["to"], ct)));
    }

    private static PortfolioFilter FilterOf(IQueryCollection query) => PortfolioFilter.Read(query["goal"], query["targetGroup"], query["method"], query["year"]);

    private static void MapForms(IEndpointRouteBuilder routes, string root, Func<HttpContext, string, CancellationToken, Task<Report>> read)
    {
        Map("report.html", (report, _, _) => Results.Text(HtmlRendering.Of(report.Document), HtmlRendering.ContentType));
        Map("report.pdf", (report, _, ct) => Results.File(PdfRendering.Of(report.Document, ct), PdfRendering.ContentType, "rapport.pdf"));
        Map("report.json", (report, _, _) => Results.Text(report.Json(), "application/json; charset=utf-8"));
        Map("report/{table}.csv", (report, table, _) => Results.File(report.Csv(table!), Csv.ContentType, $"{table}.csv"));

        void Map(string form, Func<Report, string?, CancellationToken, IResult> render) => routes.MapGet($"{root}/{form}", (string id, HttpContext http, FileTransfer files, CancellationToken ct) =>
            files.AnswerAsync(async () => render(await read(http, id, ct), http.Request.RouteValues["table"]?.ToString(), ct)));
    }
}
