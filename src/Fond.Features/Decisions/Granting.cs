using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>What a grant means: the money is reserved and the project exists, or nothing is decided.</summary>
internal sealed class Granting(FondDb db, Clock clock)
{
    /// <exception cref="RefusedException"><see cref="FundMoneyInsufficient"/>.</exception>
    public async Task CarryOutAsync(Decision decision, Application application, Fund fund, CancellationToken ct)
    {
        if (!decision.Grants) return;
        Refuse.When(decision.Total > fund.Available, new FundMoneyInsufficient(fund.Available, decision.Total) { Path = ["amounts"] });
        db.Add(fund.Reserve(await BalanceAsync(application, ct), decision.Total, clock.Now));
        db.Add(new Project(Start(decision, application)));
    }

    private async Task<ApplicationBalance> BalanceAsync(Application application, CancellationToken ct)
    {
        var balance = await db.Set<ApplicationBalance>().SingleOrDefaultAsync(b => b.ApplicationId == application.Id, ct);
        if (balance is null) db.Add(balance = new ApplicationBalance(application.Id, application.FundId));
        return balance;
    }

    private static ProjectStart Start(Decision decision, Application application)
    {
        var content = application.Content;
        return new(application.Id, application.FundId, application.LeadId, null, application.Title, application.Organisation,
            content.Start!.Value, content.End!.Value, decision.DecidedOn, decision.Amounts, decision.Conditions,
            [.. (content.Milestones ?? []).Select(m => new PlannedMilestone(m.Name, m.To, m.From))]);
    }
}
