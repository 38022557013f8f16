using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Features.Platform.Access;

/// <summary>Who is asking, with the roles that hold today. Without a person: the public.</summary>
internal sealed record Actor(long? PersonId, string Name, string Subject, IReadOnlyList<HeldRole> Roles)
{
    public static readonly Actor Public = new(null, "", "", []);

    /// <summary>Timers, the outbox and seeding act as Fond itself.</summary>
    public static readonly Actor System = new(null, "Fond", "system", []);

    /// <summary>Whoever came by a link: the trail names whom it was given to.</summary>
    public static Actor ByLink(string name) => new(null, name, "", []);

    public bool IsSystem => ReferenceEquals(this, System);

    public bool IsSignedIn => PersonId is not null;

    /// <summary>Zero matches no row, so that filters can compare without a null check.</summary>
    public long Id => PersonId ?? 0;

    public bool Has(params ReadOnlySpan<Role> roles)
    {
        foreach (var held in Roles)
            if (roles.Contains(held.Role)) return true;
        return false;
    }

    /// <param name="fundId">Null: where no fund is concerned, so that a role limited to one does not reach.</param>
    public bool HasIn(long? fundId, params ReadOnlySpan<Role> roles)
    {
        foreach (var held in Roles)
            if (roles.Contains(held.Role) && (held.FundId is null || held.FundId == fundId)) return true;
        return false;
    }

    /// <summary>The funds in which the caller holds any of the roles, in the form that a query filter needs.</summary>
    public FundScope FundsAs(params Role[] roles)
    {
        var held = Roles.Where(r => roles.Contains(r.Role)).ToList();
        return new(held.Any(r => r.FundId is null), [.. held.Select(r => r.FundId).OfType<long>().Distinct()]);
    }

    /// <param name="fundId">Null: what concerns no single fund, for roles that are not limited to one.</param>
    /// <exception cref="ForbiddenException">When the caller holds none of the roles there.</exception>
    public void Demand(long? fundId, params ReadOnlySpan<Role> roles)
    {
        if (!IsSystem && !HasIn(fundId, roles)) throw new ForbiddenException();
    }

    /// <summary>The same, for handling a case by office: nobody handles what they lead or have written.</summary>
    /// <exception cref="ForbiddenException">When the caller holds none of the roles in the fund.</exception>
    /// <exception cref="RefusedException"><see cref="CaseOwn"/> or <see cref="CaseCoWritten"/>.</exception>
    public void DemandOffice(Application application, params ReadOnlySpan<Role> roles)
    {
        Demand(application.FundId, roles);
        Refuse.When(application.LeadId == PersonId, new CaseOwn());
        Refuse.When(application.IsWorkOf(Id), new CaseCoWritten());
    }
}

/// <param name="IsIssued">Whether it follows what the issuer of sign-ins says.</param>
internal sealed record HeldRole(Role Role, long? FundId, bool IsIssued);

/// <param name="All">Every fund; <paramref name="Ids"/> is then of no account.</param>
internal sealed record FundScope(bool All, long[] Ids);

/// <summary>The caller may see the thing, but not do this to it.</summary>
internal sealed class ForbiddenException : Exception
{
    public static readonly Text Text = new("Din roll tillåter inte detta.", "Your role does not allow this.");
}

/// <summary>Jäv, kommunallagen (2017:725) 6 kap. 28 §.</summary>
public sealed record CaseOwn() : Refusal("CASE_OWN", new(
    "Du leder själv ansökan och är därmed jävig. Någon annan måste handlägga ärendet.",
    "You lead the application yourself, which is a conflict of interest. Somebody else must handle the case."));

/// <summary>Jäv, kommunallagen (2017:725) 6 kap. 28 §.</summary>
public sealed record CaseCoWritten() : Refusal("CASE_CO_WRITTEN", new(
    "Du har skrivit i ansökan och är därmed jävig. Någon annan måste handlägga ärendet.",
    "You have written in the application, which is a conflict of interest. Somebody else must handle the case."));
