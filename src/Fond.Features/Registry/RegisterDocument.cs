using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry;

internal sealed record RegisterDocumentInput : EditInput
{
    /// <summary>The case: its application's id.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>A letter, a note, a statement, an agreement or something else; the other kinds are registered by Fond.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Whether it came in, was drawn up or went out.</summary>
    public required DocumentDirection Direction { get; init; }

    /// <summary>The day that it came in, was drawn up or went out; not in the future.</summary>
    public required DateOnly On { get; init; }

    /// <summary>From whom it came or to whom it went; left out for what was drawn up.</summary>
    public string? Correspondent { get; init; }

    /// <summary>Whether that is a private person, whose name is kept out of the public register.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Shortly, what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The number of an entry in the same case that this one corrects.</summary>
    public int? Corrects { get; init; }
}

internal sealed class RegisterDocument(Finder finder, ActorContext context, CaseRegistry registry) : IHandler<RegisterDocumentInput, CaseDocument>
{
    public async Task<CaseDocument> Handle(RegisterDocumentInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer, Role.BoardRegistrar);
        var entry = new DocumentEntry(input.Kind, input.Direction, input.Correspondent, input.Subject) { On = input.On, IsPrivate = input.IsPrivate, Corrects = input.Corrects };
        return await registry.AddAsync(application, entry, ct, by: context.Actor.Id);
    }
}
