using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Development;

/// <summary>Tokens for the demo people. These routes exist in Development only.</summary>
internal static class DevelopmentSignIn
{
    private sealed record TokenRequest(string? Person);

    public static void MapDevelopmentSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dev/people", async (FondDb db, CancellationToken ct) =>
        {
            var funds = await db.Set<Fund>().AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.Municipality, ct);
            var bodies = (await db.Set<Body>().AsNoTracking().Include(b => b.Members).ToListAsync(ct))
                .SelectMany(b => b.Members.Where(m => m.PersonId is not null), (b, m) => (Person: m.PersonId!.Value, b.Municipality)).ToLookup(m => m.Person, m => m.Municipality);
            return (await db.Set<Person>().AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct)).Select(p => new
            {
                person = p.Subject,
                name = p.Name,
                organisation = p.Organisation,
                municipality = bodies[p.Id].Concat(p.Roles.Where(r => r is { Until: null, FundId: not null }).Select(r => funds[r.FundId!.Value])).FirstOrDefault(),
                roles = p.Roles.Where(r => r.Until is null).Select(r => WorkflowNames.Of(r.Role)).Distinct(),
            });
        });
        routes.MapPost("/dev/token", async (TokenRequest request, FondDb db, DevelopmentTokens tokens, CancellationToken ct) =>
            await db.Set<Person>().AnyAsync(p => p.Subject == request.Person, ct)
                ? Results.Ok(new { token = tokens.For(request.Person!), expiresInSeconds = (int)DevelopmentTokens.Life.TotalSeconds })
                : Results.NotFound(new { error = new { code = "NOT_FOUND", message = "No such person; see /dev/people." } }));
    }
}
