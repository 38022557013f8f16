using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Documents;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>A consultation's compilation as a file: <c>GET /consultations/{id}/compilation.csv</c>, <c>.html</c> to be read and <c>.pdf</c> to be kept.</summary>
internal static class ConsultationEndpoints
{
    public static void MapConsultations(this IEndpointRouteBuilder routes)
    {
        Map("csv", (compiled, _) => Results.File(CompilationCsv.Of(compiled), Csv.ContentType, "remissammanstallning.csv"));
        Map("html", (compiled, _) => Results.Text(HtmlRendering.Of(CompilationDocument.Of(compiled)), HtmlRendering.ContentType));
        Map("pdf", (compiled, ct) => Results.File(PdfRendering.Of(CompilationDocument.Of(compiled), ct), PdfRendering.ContentType, "remissammanstallning.pdf"));

        void Map(string form, Func<Compiled, CancellationToken, IResult> render) => routes.MapGet($"/consultations/{{id}}/compilation.{form}",
            async (string id, HttpContext http, Visibility visibility, StatementReader reader, SecretReadings readings, FondDb db, Clock clock, ActorContext caller, CancellationToken ct) =>
            {
                var key = GlobalId.KeyOf<Consultation>(id);
                var consultation = await visibility.Of<Consultation>().SingleOrDefaultAsync(c => c.Id == key, ct);
                if (consultation is null) await RefuseAsync(http, StatusCodes.Status404NotFound, new NotFound(nameof(Consultation)));
                else if (!await reader.ReadsAllAsync(consultation, ct)) await RefuseAsync(http, StatusCodes.Status403Forbidden, new ConsultationStatementsHidden());
                else
                {
                    readings.Note(consultation, await db.MarkOfTargetAsync(consultation.ApplicationId, consultation.Id, ct, DocumentKind.Consultation, DocumentKind.Statement, DocumentKind.Compilation));
                    await readings.WriteAsync(ct);
                    await render(await Compiled.ReadAsync(db, consultation, visibility.Of<PublicComment>(), visibility.Of<StatementFile>(), clock.Today, caller.Language, ct), ct).ExecuteAsync(http);
                }
            });
    }

    private static Task RefuseAsync(HttpContext http, int status, Refusal refusal) => Answer.WriteAsync(http, status, refusal.Code, refusal.Message);
}
