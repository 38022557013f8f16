using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>What saveDecisionMemo takes; expectedVersion is the draft's, or, where there is none, the application's.</summary>
internal sealed record SaveDecisionMemoInput : EditInput
{
    /// <summary>The case.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Sammanfattning. What is left out stays as it is; in a new memo it is taken from the case.</summary>
    public string? Summary { get; init; }

    /// <summary>What the decision stands on, a line each (beslutsunderlag).</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>Barnets bästa.</summary>
    public string? BestInterests { get; init; }

    /// <summary>Ärendet.</summary>
    public string? Matter { get; init; }

    /// <summary>Förslag till beslut.</summary>
    public string? Proposal { get; init; }

    /// <summary>To whom the decision goes, a line each (beslut expedieras till).</summary>
    public IReadOnlyList<string>? DispatchTo { get; init; }

    internal MemoText Over(MemoText text) => new(Summary ?? text.Summary, Documents ?? text.Documents, BestInterests ?? text.BestInterests, Matter ?? text.Matter, Proposal ?? text.Proposal, DispatchTo ?? text.DispatchTo);
}

internal sealed class SaveDecisionMemo(Finder finder, FondDb db, ActorContext context, MemoTemplate template) : IHandler<SaveDecisionMemoInput, DecisionMemo>
{
    public static readonly Role[] Writers = [Role.CaseOfficer, Role.SteeringSecretary];

    public async Task<DecisionMemo> Handle(SaveDecisionMemoInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, ct, "applicationId");
        context.Actor.DemandOffice(application, Writers);
        if (await db.Set<DecisionMemo>().Where(m => m.ApplicationId == application.Id && m.FinishedAt == null).OrderBy(m => m.Id).FirstOrDefaultAsync(ct) is not { } draft)
        {
            application.Expect(input.ExpectedVersion);
            var memo = new DecisionMemo(application, input.Over(await template.OfAsync(application, ct)), context.Actor.Id);
            db.Add(memo);
            return memo;
        }
        draft.Expect(input.ExpectedVersion);
        draft.Write(input.Over(draft.Text));
        return draft;
    }
}
