using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Applications;

internal sealed record LetCoAuthorInInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>A case officer of the fund.</summary>
    [GraphQL.Id]
    public required string PersonId { get; init; }
}

internal sealed class LetCoAuthorIn(Finder finder, ActorContext context, Clock clock) : IHandler<LetCoAuthorInInput, Application>
{
    public async Task<Application> Handle(LetCoAuthorInInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        var person = await finder.FindAsync<Person>(input.PersonId, ct, "personId");
        Refuse.When(!person.Roles.Any(r => r.Role == Role.CaseOfficer && (r.FundId is null || r.FundId == application.FundId) && r.HoldsOn(clock.Today)), new ApplicationCoAuthorNotOfficer { Path = ["personId"] });
        application.LetIn(person.Id);
        return application;
    }
}
