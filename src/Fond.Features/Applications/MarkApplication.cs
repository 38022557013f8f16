using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Registry;

namespace Fond.Features.Applications;

internal sealed record MarkApplicationInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>A single field, by its path in the form: summary, targetGroup.area, childImpact.heard; besides those of the content title, organisation and serves. Left out: all that it says.</summary>
    public string? Field { get; init; }

    /// <summary>By which provision it may be secret: OSL 26 kap. 1 §. Null takes the mark away.</summary>
    public string? Ground { get; init; }
}

internal sealed class MarkApplication(Finder finder, ActorContext context, Clock clock, CaseRegistry registry) : IHandler<MarkApplicationInput, Application>
{
    public async Task<Application> Handle(MarkApplicationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        var before = application.NameMark();
        var mark = SecrecyMark.By(input.Ground, context.Actor.Id, clock.Now);
        if (input.Field is { } field) application.Mark(field, mark, context.Actor.Id, clock.Now);
        else application.Mark(mark);
        await registry.MarkAsync(application, before, ct);
        return application;
    }
}
