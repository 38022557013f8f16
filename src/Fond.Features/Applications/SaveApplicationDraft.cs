using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Programmes;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed record SaveApplicationDraftInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>The project's name.</summary>
    public string? Title { get; init; }

    /// <summary>Pieces to save; each replaces the whole piece of that name. Send an empty text or list to clear one.</summary>
    public ApplicationContent? Content { get; init; }

    /// <summary>Codes of the programme goals that the project serves, all of them.</summary>
    public IReadOnlyList<string>? Serves { get; init; }
}

internal sealed class SaveApplicationDraft(Finder finder, FondDb db, ActorContext context) : IHandler<SaveApplicationDraftInput, Application>
{
    public async Task<Application> Handle(SaveApplicationDraftInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandWriter(application);
        application.Save(input.Title, input.Content, await GoalsAsync(input.Serves, ct), context.Actor.Id);
        return application;
    }

    private async Task<IReadOnlyCollection<long>?> GoalsAsync(IReadOnlyList<string>? codes, CancellationToken ct)
    {
        if (codes is null) return null;
        var goals = await db.Set<Goal>().Where(g => codes.Contains(g.Code)).ToDictionaryAsync(g => g.Code, g => g.Id, ct);
        Refuse.WhenAny(codes.Select((code, i) => (code, i)).Where(x => !goals.ContainsKey(x.code))
            .Select(x => new ApplicationGoalUnknown { Path = ["serves", x.i.ToString(System.Globalization.CultureInfo.InvariantCulture)] }));
        return goals.Values;
    }
}
