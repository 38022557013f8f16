using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Consultations;

/// <summary>What of a consultation travels as files beside the API: <c>GET /consultations/{id}/compilation.csv</c>.</summary>
internal static class ConsultationEndpoints
{
    public static void MapConsultations(this IEndpointRouteBuilder routes) => routes.MapGet("/consultations/{id}/compilation.csv", CompilationAsync);

    private static async Task CompilationAsync(string id, HttpContext http, Visibility visibility, StatementReader reader, FondDb db, Clock clock, ActorContext caller, CancellationToken ct)
    {
        var key = GlobalId.Read<Consultation>(id);
        var consultation = key is null ? null : await visibility.Of<Consultation>().SingleOrDefaultAsync(c => c.Id == key, ct);
        if (consultation is null) await RefuseAsync(http, StatusCodes.Status404NotFound, new NotFound(nameof(Consultation)));
        else if (!await reader.ReadsAllAsync(consultation, ct)) await RefuseAsync(http, StatusCodes.Status403Forbidden, new ConsultationStatementsHidden());
        else
        {
            var asked = consultation.Requests.Select(r => r.BodyId).ToArray();
            var names = await db.Set<Body>().Where(b => asked.Contains(b.Id)).ToDictionaryAsync(b => b.Id, b => b.Name, ct);
            await Results.File(CompilationCsv.Of(consultation, names, clock.Today, caller.Language), "text/csv; charset=utf-8", "remissammanstallning.csv").ExecuteAsync(http);
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, Refusal refusal) => Answer.WriteAsync(http, status, refusal.Code, refusal.Message);
}
