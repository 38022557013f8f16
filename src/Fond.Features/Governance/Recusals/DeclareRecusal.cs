using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance.Recusals;

internal sealed record DeclareRecusalInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Who has the conflict; left out: the caller. Officers, chair, secretary and the board's registrar write down what others have declared.</summary>
    [GraphQL.Id]
    public string? PersonId { get; init; }

    /// <summary>The point of the law.</summary>
    public required RecusalGround Ground { get; init; }

    /// <summary>What the conflict is.</summary>
    public required string Reason { get; init; }
}

internal sealed class DeclareRecusal(Finder finder, FondDb db, ActorContext context, Involvement involvement, CaseRecusals recusals) : IHandler<DeclareRecusalInput, Recusal>
{
    private static readonly Role[] Recorders = [Role.CaseOfficer, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar];

    public async Task<Recusal> Handle(DeclareRecusalInput input, CancellationToken ct)
    {
        var (application, person) = input.PersonId is null ? (await OwnCaseAsync(input, ct), context.Actor.Id) : await OthersAsync(input, input.PersonId, ct);
        Refuse.When(await db.Set<Recusal>().AnyAsync(r => r.ApplicationId == application.Id && r.PersonId == person, ct), new RecusalAlreadyDeclared());
        return await recusals.AddAsync(application, person, input.Ground, input.Reason, ct);
    }

    /// <summary>A case that the caller prepares or decides. A seat is enough, since who sits on a board or in a council need not have an office in Fond.</summary>
    private async Task<Application> OwnCaseAsync(DeclareRecusalInput input, CancellationToken ct)
    {
        if (await AtTableAsync(GlobalId.Read<Application>(input.ApplicationId) ?? 0, ct) is { } known)
        {
            known.Expect(input.ExpectedVersion);
            return known;
        }
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Involvement.Offices);
        return application;
    }

    private async Task<Application?> AtTableAsync(long id, CancellationToken ct)
    {
        var application = await db.Set<Application>().SingleOrDefaultAsync(a => a.Id == id && a.CaseNumber != null, ct);
        return application is not null && await involvement.SitsAsync(context.Actor.Id, application, ct) ? application : null;
    }

    private async Task<(Application Application, long PersonId)> OthersAsync(DeclareRecusalInput input, string personId, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Recorders);
        var person = await finder.FindAsync<Person>(personId, ct, "personId");
        Refuse.When(!await involvement.IncludesAsync(person, application, ct), new RecusalNotInvolved { Path = ["personId"] });
        return (application, person.Id);
    }
}
