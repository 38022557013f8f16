using Fond.Domain.Common;

namespace Fond.Domain.Access;

/// <summary>Somebody in an official capacity. Residents and children are never persons here.</summary>
public sealed class Person : Aggregate
{
    private readonly List<RoleGrant> _roles = [];

    private Person() { }

    public Person(string subject, string name, string organisation, string? email)
    {
        Subject = subject;
        Name = name;
        Organisation = organisation;
        Email = email;
    }

    /// <summary>The <c>sub</c> claim of the sign-in service; for demo people a readable handle.</summary>
    public string Subject { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The board, administration or body that the person speaks for; compared when conflicts of interest are looked for.</summary>
    public string Organisation { get; private set; } = "";

    public string? Email { get; private set; }

    public IReadOnlyList<RoleGrant> Roles => _roles;

    /// <param name="fundId">Null: in every fund.</param>
    public void Grant(Role role, long? fundId, DateOnly from)
    {
        Refuse.When(_roles.Any(r => r.Role == role && r.FundId == fundId && r.Until is null), new RoleAlreadyGranted(role));
        _roles.Add(new RoleGrant(role, fundId, from));
    }

    /// <summary>Makes the roles that the issuer of sign-ins answers for what it says: new ones hold from <paramref name="today"/>, others of its end then. Those given in Fond stay.</summary>
    public void FollowIssuer(IReadOnlyCollection<(Role Role, long? FundId)> issued, DateOnly today)
    {
        foreach (var gone in _roles.Where(r => r.IsIssued && r.Until is null && !issued.Contains((r.Role, r.FundId)))) gone.End(today);
        foreach (var (role, fundId) in issued.Where(i => !_roles.Exists(r => r.Role == i.Role && r.FundId == i.FundId && r.Until is null)))
            _roles.Add(new RoleGrant(role, fundId, today, isIssued: true));
    }

    public bool HoldsIn(long fundId, Role role, DateOnly day) => _roles.Exists(r => r.Role == role && (r.FundId is null || r.FundId == fundId) && r.HoldsOn(day));

    /// <summary>Ends a role from <paramref name="today"/> on; that it was held stays on record.</summary>
    public void Revoke(Role role, long? fundId, DateOnly today)
    {
        var grant = _roles.Find(r => r.Role == role && r.FundId == fundId && r.Until is null);
        Refuse.When(grant is null, new RoleNotGranted(role));
        grant!.End(today);
    }
}

/// <summary>A role held by a person.</summary>
public sealed class RoleGrant : Entity
{
    private RoleGrant() { }

    internal RoleGrant(Role role, long? fundId, DateOnly from, bool isIssued = false) => (Role, FundId, From, IsIssued) = (role, fundId, from, isIssued);

    public Role Role { get; private set; }

    /// <summary>Null: the role holds in every fund.</summary>
    public long? FundId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The first day on which it no longer holds.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Whether it follows what the issuer of sign-ins says of the person.</summary>
    public bool IsIssued { get; private set; }

    internal void End(DateOnly today) => Until = today;

    public bool HoldsOn(DateOnly day) => day >= From && (Until is null || day < Until);
}

public sealed record RoleAlreadyGranted(Role Role) : Refusal("ROLE_ALREADY_GRANTED", new(
    $"Personen har redan rollen {Terms.Of(Role).Sv}.", $"The person already holds the role of {Terms.Of(Role).En}."));

public sealed record RoleNotGranted(Role Role) : Refusal("ROLE_NOT_GRANTED", new(
    $"Personen har inte rollen {Terms.Of(Role).Sv}.", $"The person does not hold the role of {Terms.Of(Role).En}."));
