using System.Text.Json;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Meetings;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Archive;

/// <summary>What lies in Fond as fields, written out as JSON for whoever has no Fond: beside the key of a person or a body stands the name.</summary>
internal sealed class WrittenEntries(FondDb db)
{
    private static readonly JsonSerializerOptions Form = new(Columns.Json) { WriteIndented = true };

    /// <param name="application">Null: the entry is of a matter.</param>
    /// <returns>Null: the entry is all that there is.</returns>
    public async Task<string?> OfAsync(RegistryEntry entry, Application? application, CancellationToken ct)
    {
        if (await ReadAsync(entry, application, ct) is not { } told) return null;
        var written = JsonSerializer.SerializeToNode(told, told.GetType(), Form)!;
        await NamedKeys.AddNamesAsync(written, db, ct);
        return written.ToJsonString(Form);
    }

    private async Task<object?> ReadAsync(RegistryEntry entry, Application? application, CancellationToken ct) => entry.Kind switch
    {
        DocumentKind.Idea or DocumentKind.Application or DocumentKind.Supplement => await OneAsync<ApplicationVersion>(entry, ct),
        DocumentKind.IdeaDecision => application!.IdeaDecision,
        DocumentKind.Dismissal => await DismissalAsync(application!, ct),
        DocumentKind.Assessment => await OneAsync<Assessment>(entry, ct),
        DocumentKind.JointProposal => await OneAsync<JointProposal>(entry, ct),
        DocumentKind.Consultation or DocumentKind.Statement => await OneAsync<Consultation>(entry, ct),
        DocumentKind.Decision or DocumentKind.Proposal => await OneAsync<Decision>(entry, ct),
        DocumentKind.Dispatch => await DispatchAsync(entry, ct),
        DocumentKind.LegalityReview => await ReviewAsync(entry, ct),
        DocumentKind.Agreement or DocumentKind.DisbursementRequest or DocumentKind.FinalReport or DocumentKind.WriteDown => await OneAsync<Project>(entry, ct),
        DocumentKind.Endorsement => await OneAsync<Endorsement>(entry, ct),
        DocumentKind.Observation => await VersionsAsync<Observation>(entry, ct),
        DocumentKind.ChangeStory => await VersionsAsync<ChangeStory>(entry, ct),
        DocumentKind.Attainment => await VersionsAsync<AttainmentJudgement>(entry, ct),
        DocumentKind.ReleaseDecision when entry is MatterDocument => await OneAsync<MatterReleaseRequest>(entry, ct),
        DocumentKind.ReleaseDecision => await OneAsync<ReleaseRequest>(entry, ct),
        _ => null,
    };

    private Task<T?> OneAsync<T>(RegistryEntry entry, CancellationToken ct) where T : Entity => db.Set<T>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == entry.TargetId, ct);

    /// <summary>Why, by whom and when the application was dismissed.</summary>
    private async Task<object> DismissalAsync(Application application, CancellationToken ct)
    {
        var instance = await db.Set<WorkflowInstance>().AsNoTracking().SingleOrDefaultAsync(i => i.ApplicationId == application.Id && i.Workflow == Workflow.Application, ct);
        var step = instance?.Steps.InOrder().LastOrDefault(s => s.Trigger == "dismiss");
        return new { Reason = application.DismissalReason, DismissedById = step?.PersonId, DismissedAt = step?.At };
    }

    /// <summary>The entry points at the decision that was sent; what was sent to that recipient, how and when, the dispatch has.</summary>
    private async Task<object?> DispatchAsync(RegistryEntry entry, CancellationToken ct)
    {
        var sent = await db.Set<Dispatch>().AsNoTracking().Where(d => d.DecisionId == entry.TargetId).OrderBy(d => d.Id).ToListAsync(ct);
        return sent.LastOrDefault(d => d.SentAt <= entry.RegisteredAt && To(d).Any()) is { } dispatch
            ? new { dispatch.DecisionId, Paragraph = entry.Subject, Recipients = To(dispatch), dispatch.Sha256, dispatch.SentById, dispatch.SentAt } : null;

        IEnumerable<DispatchRecipient> To(Dispatch one) => one.Recipients.Where(r => r.Name == entry.Correspondent);
    }

    /// <summary>The entry points at the minutes, of which courts may review several paragraphs; its subject begins with the court's number of the case.</summary>
    private async Task<LegalityReview?> ReviewAsync(RegistryEntry entry, CancellationToken ct) =>
        (await OneAsync<Minutes>(entry, ct))?.Reviews.FirstOrDefault(r => entry.Subject.StartsWith($"{r.CourtCase}: ", StringComparison.Ordinal));

    /// <summary>The entry points at the version that stood when the project ended; those that it had taken the place of go with it.</summary>
    private Task<List<T>> VersionsAsync<T>(RegistryEntry entry, CancellationToken ct) where T : QualitativeRecord =>
        (from standing in db.Set<T>()
         where standing.Id == entry.TargetId
         join version in db.Set<T>() on new { standing.ProjectId, standing.Number } equals new { version.ProjectId, version.Number }
         orderby version.Revision
         select version).AsNoTracking().ToListAsync(ct);
}
