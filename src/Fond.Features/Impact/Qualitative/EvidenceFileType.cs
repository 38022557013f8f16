using Fond.Domain.Access;
using Fond.Domain.Impact.Qualitative;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace Fond.Features.Impact.Qualitative;

internal sealed class EvidenceFileType : NodeType<EvidenceFile>
{
    public EvidenceFileType() : base("A file that goes with an observation or a story of change; fetch it at its path.")
    {
        Value("fileName", "Its name, made safe.", f => f.FileName).NotedInProject<EvidenceFile>(f => f.ProjectId);
        Value("contentType", "By content, whatever the name says.", f => f.ContentType);
        Value("size", "Bytes.", f => f.Size);
        Value("sha256", "Checksum.", f => f.Sha256);
        Value("uploadedAt", "When.", f => f.UploadedAt);
        Value("path", "Where GET gives the bytes, with the same sign-in.", f => "/evidence/" + GlobalId.Of<EvidenceFile>(f.Id));
        One<Person>("uploadedBy", "Who sent it.", f => f.UploadedById);
    }
}

internal static class EvidenceFields
{
    private static readonly ForeignKey<EvidenceFile> Project = new(f => f.ProjectId);

    /// <summary>The files of a record, whichever version it is.</summary>
    public static void AddFiles<T>(this ObjectGraphType<T> type, EvidenceOf of) where T : QualitativeRecord =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<EvidenceFileType>>>>("files").Description("What goes with it, in whichever version, oldest first.")
            .Resolve(c => c.Service<BatchLoader>().Many(Project, c.Source.ProjectId).Then(files => c.Service<ResultBudget>().Take<EvidenceFile>([.. (files ?? []).Where(f => f.Of == of && f.Number == c.Source.Number)])));
}
