using System.Linq.Expressions;
using Fond.Domain.Repayments;
using Fond.Features.Funds;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Repayments;

/// <summary>As the ledger: for those who handle or examine the fund, and each lead's own case.</summary>
internal sealed class RepaymentVisibility : IVisible<RepaymentAgreement>
{
    public Expression<Func<RepaymentAgreement, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(FundVisibility.LedgerReaders);
        var (own, shut) = (FundVisibility.OwnCases(actor, db), db.ShutOutOf(actor.Id));
        List<Expression<Func<RepaymentAgreement, bool>>> terms = [a => own.Contains(a.ApplicationId)];
        if (all) terms.Add(a => !shut.Contains(a.ApplicationId));
        else if (funds.Length > 0) terms.Add(a => EF.MultipleParameters(funds).Contains(a.FundId) && !shut.Contains(a.ApplicationId));
        return AnyOf.Terms(terms);
    }
}
