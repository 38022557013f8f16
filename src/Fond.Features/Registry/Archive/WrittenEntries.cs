using System.Text.Json;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
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
        DocumentKind.Consultation => await ConsultationAsync(entry, ct),
        DocumentKind.Statement => await StatementAsync(entry, ct),
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

    /// <summary>The letter, to whom it went and with which days; each statement is an entry of its own. What the public said stands in the compilation, which there is none of where the consultation was withdrawn: then it stands here.</summary>
    private async Task<object?> ConsultationAsync(RegistryEntry entry, CancellationToken ct)
    {
        if (await OneAsync<Consultation>(entry, ct) is not { } consultation) return null;
        var written = JsonSerializer.SerializeToNode(consultation, Form)!.AsObject();
        foreach (var request in written["requests"]!.AsArray()) request!.AsObject().Remove("statement");
        if (consultation.State == ConsultationState.Withdrawn)
            written["publicComments"] = JsonSerializer.SerializeToNode(await db.Set<PublicComment>().AsNoTracking().Where(c => c.ConsultationId == consultation.Id).OrderBy(c => c.Id).ToListAsync(ct), Form);
        return written;
    }

    /// <summary>The entry points at the consultation, which others may have answered too: its own is the one that came when it was registered, and of several then that of the body that it names, which may be called something else by now.</summary>
    private async Task<object?> StatementAsync(RegistryEntry entry, CancellationToken ct)
    {
        if (await OneAsync<Consultation>(entry, ct) is not { } consultation) return null;
        var answered = consultation.Requests.Where(r => r.Statement is not null).ToDictionary(r => r.BodyId);
        var named = await db.Set<Body>().Where(b => answered.Keys.Contains(b.Id) && b.Name == entry.Correspondent).Select(b => b.Id).ToListAsync(ct);
        var request = answered.Values.OrderBy(r => (entry.RegisteredAt - r.Statement!.ReceivedAt).Duration()).ThenByDescending(r => named.Contains(r.BodyId)).First();
        var (said, due) = (request.Statement!, request.Statement!.Due ?? consultation.LastDayOf(request));
        return new { consultation.CaseNumber, consultation.Title, request.BodyId, said.Stance, consultation.Questions, said.Answers, said.Text, said.ReceivedAt, said.ReceivedOn, LastDay = due, said.GivenById };
    }

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
            ? new { dispatch.DecisionId, Paragraph = entry.Subject, Recipients = To(dispatch), dispatch.Text, dispatch.Sha256, dispatch.SentById, dispatch.SentAt } : null;

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
