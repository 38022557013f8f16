using Fond.Domain.Applications;
using Fond.Domain.Programmes;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>What an application was changed to between two times that it was handed in.</summary>
internal static class VersionComparison
{
    public static readonly ForeignKey<Attachment> FilesOf = new(a => a.ApplicationId);

    public static async Task<object?> ChangesAsync(IResolveFieldContext<ApplicationVersion> context)
    {
        var (version, ct) = (context.Source, context.CancellationToken);
        var since = context.GetArgument<int?>("since") ?? version.Number - 1;
        var other = await context.Visible<ApplicationVersion>().FirstOrDefaultAsync(v => v.ApplicationId == version.ApplicationId && v.Number == since, ct);
        var files = await context.Visible<Attachment>().Where(a => a.ApplicationId == version.ApplicationId).OrderBy(a => a.Id).ToListAsync(ct);
        var application = await context.Visible<Application>().SingleAsync(a => a.Id == version.ApplicationId, ct);
        var goalIds = version.GoalIds.Union(other?.GoalIds ?? []).ToArray();
        var codes = await context.Visible<Goal>().Where(g => goalIds.Contains(g.Id)).ToDictionaryAsync(g => g.Id, g => g.Code, ct);
        var changes = ContentDiff.Between(Compared(other), Compared(version));
        context.Service<SecretReadings>().NoteFields(version, application, [.. changes.Select(c => c.Path)]);
        return changes;

        ComparedVersion Compared(ApplicationVersion? v) => v is null
            ? ComparedVersion.Nothing
            : new(v.Title, [.. v.GoalIds.Select(id => codes[id])], v.Content, [.. files.Where(f => f.FirstVersion <= v.Number).Select(f => f.FileName)]);
    }
}
