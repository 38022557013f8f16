using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

internal sealed class ReferralGroupType : NodeType<ReferralGroup>
{
    public static readonly FieldAccess Readers = FieldAccess.For(Role.CaseOfficer, Role.Auditor, Role.Administrator);

    public ReferralGroupType() : base("Referral bodies that are often asked together.", Readers)
    {
        Value("municipality", "Whose it is.", g => g.Municipality);
        Value("name", "Its name.", g => g.Name);
        Several<Body>("bodies", "Who belongs to it.", g => g.Members.InOrder().Select(m => m.BodyId));
    }
}

/// <summary>For those who send consultations in the municipality.</summary>
internal sealed class ReferralGroupVisibility : IVisible<ReferralGroup>
{
    public Expression<Func<ReferralGroup, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs([.. ReferralGroupType.Readers.Roles]);
        if (all) return group => true;
        var municipalities = db.Set<Fund>().Where(f => funds.Contains(f.Id)).Select(f => f.Municipality);
        return group => municipalities.Contains(group.Municipality);
    }
}
