using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>A consultation that the public may comment on, with its own page at /remisser/{id}.</summary>
/// <param name="Id">For commentConsultation.</param>
/// <param name="Title">What is sent out for comment.</param>
/// <param name="CaseNumber">The registry's number.</param>
/// <param name="Letter">The covering letter.</param>
/// <param name="Questions">What is asked of the public.</param>
/// <param name="LastDay">The last day for comments, included.</param>
internal sealed record OpenConsultation(string Id, string Title, string CaseNumber, string Letter, IReadOnlyList<string> Questions, DateOnly LastDay)
{
    public static async Task<Connection<OpenConsultation>?> PageAsync(IResolveFieldContext context)
    {
        var page = await context.Db().OpenConsultations(context.Service<Clock>().Today).AsNoTracking().PageAsync(context);
        return new([.. page.Edges.Select(e => new Edge<OpenConsultation>(e.Cursor, Of(e.Node)))], page.PageInfo);
    }

    private static OpenConsultation Of(Consultation c) => new(GlobalId.Of<Consultation>(c.Id), c.Title, c.CaseNumber, c.Letter, c.PublicQuestions, c.LastDay);
}

internal static class OpenToPublic
{
    /// <summary>Those that are open to everybody, whoever asks.</summary>
    public static IQueryable<Consultation> OpenConsultations(this FondDb db, DateOnly today) =>
        db.UnmarkedConsultations().Where(c => c.IsPublic && c.State == ConsultationState.Sent && c.LastDay >= today);

    /// <summary>Those that no mark keeps from everybody: neither one on what the case is called or on the matter, nor one on their own entry in its registry.</summary>
    public static IQueryable<Consultation> UnmarkedConsultations(this FondDb db)
    {
        var cases = db.NamelessCases();
        var entries = db.MarkedEntries(DocumentKind.Consultation);
        var marked = db.Set<Matter>().Where(m => m.Secrecy != null);
        var matters = db.Set<MatterDocument>().Where(d => d.Kind == DocumentKind.Consultation && (d.Secrecy != null || marked.Any(m => m.Id == d.MatterId)));
        return db.Set<Consultation>().Where(c => !cases.Any(a => a.Id == c.ApplicationId) && !entries.Any(d => d.ApplicationId == c.ApplicationId && d.TargetId == c.Id) && !matters.Any(d => d.TargetId == c.Id));
    }
}
