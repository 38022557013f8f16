using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Applications;

internal sealed record LetCoAuthorGoInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Who no longer writes in it.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }
}

internal sealed class LetCoAuthorGo(Finder finder, ActorContext context, Clock clock) : IHandler<LetCoAuthorGoInput, Application>
{
    public async Task<Application> Handle(LetCoAuthorGoInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        application.LetGo((await finder.FindAsync<Person>(input.PersonId, ct, "personId")).Id, clock.Now);
        return application;
    }
}
