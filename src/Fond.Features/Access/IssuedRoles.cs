using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Access;

/// <summary>Bound to <c>Auth:Issued</c>: which roles the issuer of sign-ins answers for.</summary>
internal sealed class IssuedRoleSettings
{
    /// <summary>The claim that names them: <c>roles</c> or <c>groups</c>. Without it, roles are given in Fond alone.</summary>
    public string? Claim { get; set; }

    /// <summary>What each value of the claim stands for.</summary>
    public Dictionary<string, IssuedRole> Roles { get; set; } = [];

    /// <summary>Whether values that are not listed are of no account, as with a claim of all groups; otherwise the token is refused.</summary>
    public bool IgnoreOthers { get; set; }

    public IEnumerable<ValidationResult> Faults() =>
        (Roles.Count > 0 && string.IsNullOrWhiteSpace(Claim) ? [new("is not set, so that no role that is listed would ever be given.", ["Issued:Claim"])] : Array.Empty<ValidationResult>()).Concat(
        from role in Roles
        where !WorkflowNames.Knows<Role>(role.Value.Role)
        select new ValidationResult($"'{role.Value.Role}' is no role; Fond knows {string.Join(", ", Enum.GetValues<Role>().Select(WorkflowNames.Of))}.", [$"Issued:Roles:{role.Key}:Role"]));
}

/// <summary>What a value of the claim stands for.</summary>
internal sealed class IssuedRole
{
    /// <summary>As the API spells it: <c>CASE_OFFICER</c>.</summary>
    public string Role { get; set; } = "";

    /// <summary>The municipality to whose funds it is limited; every fund when left out.</summary>
    public string? Municipality { get; set; }
}

/// <summary>Keeps the roles in Fond as the issuer's claims have them, so that everything else looks in one place.</summary>
internal sealed class IssuedRoles(IssuedRoleSettings settings, IServiceScopeFactory scopes, Clock clock)
{
    /// <returns>False when the token names a role that Fond has not been told of.</returns>
    public bool Knows(ClaimsPrincipal user) => settings.Claim is not { } claim || settings.IgnoreOthers || user.FindAll(claim).All(c => settings.Roles.ContainsKey(c.Value));

    /// <returns>Whether something had to be changed.</returns>
    public async Task<bool> FollowAsync(Actor actor, ClaimsPrincipal user, FondDb db, CancellationToken ct)
    {
        if (settings.Claim is not { } claim || !actor.IsSignedIn) return false;
        var issued = await IssuedAsync([.. user.FindAll(claim).Select(c => settings.Roles.GetValueOrDefault(c.Value)).OfType<IssuedRole>()], db, ct);
        var held = actor.Roles.Select(r => (r.Role, r.FundId)).ToHashSet();
        if (issued.IsSubsetOf(held) && actor.Roles.All(r => !r.IsIssued || issued.Contains((r.Role, r.FundId)))) return false;
        await KeepAsync(actor, issued, ct);
        return true;
    }

    private static async Task<HashSet<(Role, long?)>> IssuedAsync(List<IssuedRole> roles, FondDb db, CancellationToken ct)
    {
        var municipalities = roles.Select(r => r.Municipality).OfType<string>().Distinct().ToArray();
        var funds = municipalities.Length == 0 ? [] : await db.Set<Fund>().AsNoTracking().Where(f => municipalities.Contains(f.Municipality)).Select(f => new { f.Id, f.Municipality }).ToListAsync(ct);
        return [.. roles.SelectMany(r => r.Municipality is null
            ? [(WorkflowNames.To<Role>(r.Role), (long?)null)]
            : funds.Where(f => f.Municipality == r.Municipality).Select(f => (WorkflowNames.To<Role>(r.Role), (long?)f.Id)))];
    }

    private Task<Person> KeepAsync(Actor actor, HashSet<(Role, long?)> issued, CancellationToken ct) => scopes.InTransactionAsync(actor, "sign-in", async services =>
    {
        var person = await services.GetRequiredService<FondDb>().Set<Person>().SingleAsync(p => p.Id == actor.Id, ct);
        person.FollowIssuer(issued, clock.Today);
        return person;
    }, ct);
}
