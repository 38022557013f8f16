using System.Security.Claims;
using Fond.Domain.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Access;

/// <summary>Turns a verified token's subject into a person and the roles that hold today. Asked for every request, so that a revoked role is gone at once. A compiled query belongs to one model, and so to one host.</summary>
internal sealed class ActorLoader
{
    private readonly Func<FondDb, string, IAsyncEnumerable<Row>> _query = EF.CompileAsyncQuery((FondDb db, string subject) =>
        from person in db.Set<Person>()
        where person.Subject == subject
        from role in person.Roles.DefaultIfEmpty()
        select new Row(person.Id, person.Name, role == null ? null : role.Role, role == null ? null : role.FundId,
            role == null ? null : role.From, role == null ? null : role.Until, role != null && role.IsIssued));

    public async Task<Actor> LoadAsync(FondDb db, ClaimsPrincipal user, DateOnly today, CancellationToken ct)
    {
        var subject = user.FindFirstValue("sub");
        return user.Identity?.IsAuthenticated != true || subject is null ? Actor.Public : await LoadAsync(db, subject, today, ct);
    }

    /// <summary>Also for whoever has left work that is done later.</summary>
    public async Task<Actor> LoadAsync(FondDb db, string subject, DateOnly today, CancellationToken ct)
    {
        var rows = new List<Row>();
        await foreach (var row in _query(db, subject).WithCancellation(ct)) rows.Add(row);
        if (rows.Count == 0) return Actor.Public;
        var roles = rows
            .Where(r => r.Role is not null && today >= r.From && (r.Until is null || today < r.Until))
            .Select(r => new HeldRole(r.Role!.Value, r.FundId, r.IsIssued))
            .ToList();
        return new Actor(rows[0].Id, rows[0].Name, subject, roles);
    }

    private sealed record Row(long Id, string Name, Role? Role, long? FundId, DateOnly? From, DateOnly? Until, bool IsIssued);
}
