using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

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

internal sealed class LetCoAuthorIn(Finder finder, FondDb db, ActorContext context, Clock clock, Notifier notifier) : IHandler<LetCoAuthorInInput, Application>
{
    public async Task<Application> Handle(LetCoAuthorInInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandLead(application);
        var person = await finder.FindAsync<Person>(input.PersonId, ct, "personId");
        Refuse.When(!person.Roles.Any(r => r.Role == Role.CaseOfficer && (r.FundId is null || r.FundId == application.FundId) && r.HoldsOn(clock.Today)), new ApplicationCoAuthorNotOfficer { Path = ["personId"] });
        Refuse.When(await db.ShutOutIn(application.Id).ContainsAsync(person.Id, ct), new ApplicationCoAuthorNotOfficer { Path = ["personId"] }); // the same, so that the lead does not learn of a conflict
        application.LetIn(person.Id);
        await notifier.TellAsync($"coAuthor:{application.Id}:{person.Id}:{clock.Now.ToUnixTimeMilliseconds()}", [person.Id], application.Id, application.IsWrittenBy(person.Id)
            ? new($"Du skriver åter i {application.CaseNumber}", $"You write in {application.CaseNumber} again")
            : new($"Vill du skriva i {application.CaseNumber}?", $"Will you write in {application.CaseNumber}?"), new(
            "Projektledaren vill att ni skriver ansökan tillsammans. Den som skriver i ansökan bedömer, rangordnar och beslutar inte i ärendet.",
            "The project lead wants you to write the application together. Whoever writes in it assesses, ranks and decides nothing in the case."), ct);
        return application;
    }
}
