using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Domain.Workflows;
using Fond.Features.Applications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Meetings;

/// <summary>Does in a case what its fund's deciding body has settled about its short idea.</summary>
internal sealed class IdeaAtTable(FondDb db, IdeaDesk ideas, WorkflowRunner workflows)
{
    /// <summary>The item's case, where it is an idea that waits for an answer.</summary>
    public Task<Application?> InReviewAsync(AgendaItem item, CancellationToken ct) =>
        db.Set<Application>().SingleOrDefaultAsync(a => a.Id == item.ApplicationId && a.Phase == Phase.IdeaReview, ct);

    /// <returns>Whether it is answered; else it waits where it is.</returns>
    public async Task<bool> SettleAsync(SettleAgendaItemInput input, AgendaItem item, Body body, Application application, CancellationToken ct)
    {
        Refuse.When(!await db.Set<Fund>().AnyAsync(f => f.Id == application.FundId && f.DecidingBodyId == body.Id, ct), new MeetingCaseNotOurs { Path = ["itemId"] });
        if (IdeaRuling.Of(item.Outcome!.Value, input.Amounts.Count + input.Conditions.Count > 0) is not { } approved) return false;
        await workflows.FireForBodyAsync(Workflow.Application, application, await ideas.RecordAsync(application, approved, $"{body.Name}, § {item.Paragraph}: {item.Ruling}", ct), ct);
        return true;
    }
}
