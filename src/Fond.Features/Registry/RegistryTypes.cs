using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Meetings;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Registry.Retention;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Fond.Features.Registry;

/// <summary>What an entry of the registry tells, in whichever case.</summary>
internal abstract class RegistryEntryType<T, TDisposed> : NodeType<T> where T : RegistryEntry where TDisposed : DisposedEntry
{
    protected RegistryEntryType(string description, FieldAccess? access = null) : base(description, access)
    {
        Value("number", "1, 2, 3 ... in the case, without a gap.", d => d.Number);
        Value("kind", "What it is.", d => d.Kind);
        Value("direction", "Whether it came in, was drawn up or went out.", d => d.Direction);
        Value("on", "The day that it came in, was drawn up or went out.", d => d.On);
        Field<StringGraphType>("correspondent").Description("From whom it came or to whom it went; null for what was drawn up.").Resolve(c => Noted(c, c.Source.Correspondent));
        Value("isPrivate", "Whether that is a private person, whose name is kept out of the public register.", d => d.IsPrivate);
        Field<NonNullGraphType<StringGraphType>>("subject").Description("Shortly, what it is about.").Resolve(c => Noted(c, c.Source.Subject));
        Value("corrects", "The number of the entry that this one corrects.", d => d.Corrects, nullable: true);
        Value("registeredAt", "When it was registered.", d => d.RegisteredAt);
        Field<InstantType>("disposedAt").Description("When its file was disposed of by a retention rule; null while it is kept.")
            .Resolve(c => c.Service<BatchLoader>().By<Disposal>($"disposals of {typeof(T).Name}", c.Source.Id, (ids, ct) => c.Db().DisposalsOfAsync<TDisposed, T>(ids, ct)).Then(d => d?.SettledAt));
        Field<SecrecyMarkType>("secrecy").Description("Whether it is marked as possibly secret; null when it is not.").Resolve(c => c.Source.Secrecy);
        One<Person>("registeredBy", "Who registered it by hand; null for Fond.", d => d.RegisteredById);
        Field<NodeInterface>("target").Description("What the document is: a version, a file, a consultation, a decision, the minutes, a project. Null when it is its file alone, or when the caller may not see it.")
            .Resolve(c => Target(c.Service<BatchLoader>(), c.Source));
    }

    /// <summary>By the entry's own mark; that of its case is another.</summary>
    private static string? Noted(IResolveFieldContext<T> context, string? value)
    {
        if (value is not null) context.Service<SecretReadings>().Note(context.Source, context.Source.Secrecy);
        return value;
    }

    private static IDataLoaderResult<Entity?>? Target(BatchLoader loader, RegistryEntry document) => document.Kind switch
    {
        DocumentKind.ReleaseDecision when document is MatterDocument => One<MatterReleaseRequest>(loader, document),
        DocumentKind.Idea or DocumentKind.Application or DocumentKind.Supplement => One<ApplicationVersion>(loader, document),
        DocumentKind.Attachment => One<Attachment>(loader, document),
        DocumentKind.StatementFile => One<StatementFile>(loader, document),
        DocumentKind.Consultation or DocumentKind.Statement or DocumentKind.Compilation => One<Consultation>(loader, document),
        DocumentKind.Assessment => One<Assessment>(loader, document),
        DocumentKind.JointProposal => One<JointProposal>(loader, document),
        DocumentKind.DecisionMemo => One<DecisionMemo>(loader, document),
        DocumentKind.Decision or DocumentKind.Proposal or DocumentKind.Dispatch => One<Decision>(loader, document),
        DocumentKind.MinutesExtract => One<Minutes>(loader, document),
        DocumentKind.ReleaseDecision => One<ReleaseRequest>(loader, document),
        DocumentKind.Agreement or DocumentKind.DisbursementRequest or DocumentKind.FinalReport or DocumentKind.WriteDown => One<Project>(loader, document),
        DocumentKind.Endorsement => One<Endorsement>(loader, document),
        DocumentKind.Observation => One<Observation>(loader, document),
        DocumentKind.ChangeStory => One<ChangeStory>(loader, document),
        DocumentKind.Attainment => One<AttainmentJudgement>(loader, document),
        DocumentKind.Evidence => One<EvidenceFile>(loader, document),
        DocumentKind.LegalityReview => One<Minutes>(loader, document),
        _ => null,
    };

    private static IDataLoaderResult<Entity?> One<TTarget>(BatchLoader loader, RegistryEntry document) where TTarget : Entity => loader.One<TTarget>(document.TargetId).Then(Entity? (found) => found);
}

internal sealed class CaseDocumentType : RegistryEntryType<CaseDocument, DisposedDocument>
{
    public CaseDocumentType() : base("A document of a case as the registry has it (aktbilaga); the entry is never changed.")
    {
        foreach (var told in new[] { "correspondent", "subject" }) Fields.Find(told)!.NotedIn<CaseDocument>(d => d.ApplicationId);
        One<Application>("application", "In which case.", d => d.ApplicationId);
        Many<DocumentFile>("files", "Its file, where it was registered by hand.", f => f.DocumentId);
    }

}

/// <summary>What the file of an entry tells, in whichever case.</summary>
internal abstract class RegistryFileType<T, TEntry> : NodeType<T> where T : RegistryFile where TEntry : RegistryEntry
{
    /// <param name="path">Under which it is fetched.</param>
    protected RegistryFileType(string description, string path, FieldAccess? access = null) : base(description, access)
    {
        Field<NonNullGraphType<StringGraphType>>("fileName").Description("Its name, made safe.").Resolve(c => c.Service<BatchLoader>().One<TEntry>(c.Source.DocumentId).Then(document =>
        {
            c.Service<SecretReadings>().Note(c.Source, document?.Secrecy);
            return c.Source.FileName;
        }));
        Value("contentType", "By content, whatever the name says.", f => f.ContentType);
        Value("size", "Bytes.", f => f.Size);
        Value("sha256", "Checksum.", f => f.Sha256);
        Value("uploadedAt", "When.", f => f.UploadedAt);
        Value("path", "Where GET gives the bytes, with the same sign-in.", f => path + GlobalId.Of<T>(f.Id));
    }
}

internal sealed class DocumentFileType : RegistryFileType<DocumentFile, CaseDocument>
{
    public DocumentFileType() : base("The file of a document that was registered by hand; fetch it at its path.", "/documents/files/") => Fields.Find("fileName")!.NotedInDocument<DocumentFile>(f => f.DocumentId);
}
