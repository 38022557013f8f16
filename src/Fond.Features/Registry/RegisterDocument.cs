using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry;

internal sealed record RegisterDocumentInput : DocumentInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>The version of the application that the caller has seen; when somebody has changed it since, the answer is CONFLICT.</summary>
    public long? ExpectedVersion { get; init; }
}

internal sealed class RegisterDocument(Finder finder, ActorContext context, CaseRegistry registry) : IHandler<RegisterDocumentInput, CaseDocument>
{
    public async Task<CaseDocument> Handle(RegisterDocumentInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer, Role.BoardRegistrar);
        return await registry.AddAsync(application, input.Entry(), ct, by: context.Actor.Id);
    }
}
