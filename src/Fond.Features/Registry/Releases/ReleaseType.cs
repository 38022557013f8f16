using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Assessments;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Fond.Features.Registry.Releases;

/// <summary>What a request tells, in whichever registry.</summary>
internal abstract class DocumentReleaseType<T, TEntry> : NodeType<T> where T : DocumentRelease where TEntry : RegistryEntry
{
    /// <param name="path">Under which the decision in writing is fetched.</param>
    protected DocumentReleaseType(string description, string path) : base(description, ReleaseRequestType.Readers)
    {
        Value("requester", "Who asks, where they said so.", r => r.Requester, nullable: true);
        Value("receivedOn", "When the request came in.", r => r.ReceivedOn);
        Value("outcome", "Whether the document was handed out; null until it has been tested.", r => r.Outcome, nullable: true);
        Value("ground", "By which provision something was withheld.", r => r.Ground, nullable: true);
        Field<StringGraphType>("masked").Description("What was masked, in words.").Resolve(c => Noted(c, c.Source.Masked));
        Field<StringGraphType>("reasons").Description("Why something was withheld.").Resolve(c => Noted(c, c.Source.Reasons));
        Value("decidedAt", "When it was tested.", r => r.DecidedAt, nullable: true);
        Value("writtenAt", "When the requester was given a decision in writing; null when none was asked for.", r => r.WrittenAt, nullable: true);
        Value("path", "Where GET gives the decision in writing as a page, with the same sign-in; null until there is one.", r => r.WrittenAt is null ? null : path + GlobalId.Of<T>(r.Id), nullable: true);
        One<Person>("registeredBy", "Who took the request in.", r => r.RegisteredById);
        One<Person>("decidedBy", "Who tested it.", r => r.DecidedById);
    }

    /// <summary>By the document's own mark; that of its case or matter is another.</summary>
    private static IDataLoaderResult<string?>? Noted(IResolveFieldContext<T> context, string? value) => value is null ? null
        : context.Service<BatchLoader>().One<TEntry>(context.Source.DocumentId).Then(document =>
        {
            context.Service<SecretReadings>().Note(context.Source, document?.Secrecy);
            return (string?)value;
        });

    /// <summary>What tells something of the document's content.</summary>
    protected IEnumerable<FieldType> Telling => [Fields.Find("masked")!, Fields.Find("reasons")!];
}

internal sealed class ReleaseRequestType : DocumentReleaseType<ReleaseRequest, CaseDocument>
{
    public static readonly Role[] Keepers = [Role.CaseOfficer, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public static readonly FieldAccess Readers = FieldAccess.For(Keepers);

    public ReleaseRequestType() : base("Somebody's request for a document, and what its test came to.", "/releases/")
    {
        foreach (var told in Telling) told.NotedIn<ReleaseRequest>(r => r.ApplicationId);
        Values("maskedFields", "Which fields of the application's form were masked, by their paths.", r => r.MaskedFields);
        One<CaseDocument>("document", "What is asked for.", r => r.DocumentId);
    }
}

/// <summary>For those who handle the case.</summary>
internal sealed class ReleaseVisibility(IVisible<Application> applications) : IVisible<ReleaseRequest>
{
    public Expression<Func<ReleaseRequest, bool>> To(Actor actor, FondDb db) =>
        applications.Handled(actor, db) is { } handled ? db.OwnOrOfCases<ReleaseRequest>(r => r.ApplicationId, r => false, handled) : r => false;
}
