using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Meetings;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry;
using Fond.Features.Registry.Matters;
using Fond.Features.Registry.Retention;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>A document that was sent with a consultation.</summary>
/// <param name="DocumentId">Its entry in the registry.</param>
/// <param name="Number">The entry's number in the case.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">The day that it came in, was drawn up or went out.</param>
/// <param name="Subject">Shortly, what it is about; null where it has been marked since, and for whoever has a conflict of interest in the case.</param>
/// <param name="IsMarked">Whether it has been marked as possibly secret since it was sent: it cannot be read here any more.</param>
/// <param name="Path">Where GET gives it, with the same sign-in; null where it has been marked or disposed of, for whoever has a conflict of interest in the case, and unless the consultation is out.</param>
internal sealed record Enclosed([property: GraphQL.Id] string DocumentId, int Number, DocumentKind Kind, DateOnly On, string? Subject, bool IsMarked, string? Path)
{
    /// <summary>"Aktbilaga 3: Bilaga, 2020-01-31".</summary>
    public Text Named => new($"Aktbilaga {Number}: {Kind.Title().Sv}, {On:yyyy-MM-dd}", $"Document {Number}: {Kind.Title().En}, {On:yyyy-MM-dd}");
}

/// <summary>Which documents go with a consultation, and whether they can be read. A mark is asked for each time: what is marked later is not read here any more.</summary>
internal sealed class Enclosures(FondDb db, Finder finder, MatterRegistry matters)
{
    /// <summary>For a draft, by what the caller may see.</summary>
    public async Task<IReadOnlyList<EnclosureDraft>> FindAsync(ConsultationInput input, long? applicationId, CancellationToken ct)
    {
        EnclosureDraft.DemandFew(input.DocumentIds);
        var entries = new List<RegistryEntry>();
        for (var i = 0; i < input.DocumentIds.Count; i++) entries.Add(await finder.FindEntryAsync(input.DocumentIds[i], ct, "documentIds", $"{i}"));
        var ids = entries.OfType<MatterDocument>().Select(d => d.MatterId).Distinct().ToArray();
        var own = applicationId is not null ? [] : await db.Set<Matter>().Where(m => ids.Contains(m.Id) && m.CaseNumber == input.CaseNumber.Trim()).Select(m => m.Id).ToListAsync(ct);
        return await DraftsAsync(entries, entry => entry is MatterDocument of ? own.Contains(of.MatterId) : IsOf(applicationId, entry), ct);
    }

    /// <summary>As they stand now.</summary>
    public async Task<IReadOnlyList<EnclosureDraft>> OfAsync(Consultation consultation, CancellationToken ct)
    {
        var entries = await EntriesAsync(consultation.Enclosures, ct);
        if (entries.Count == 0) return [];
        var matter = await matters.OfAsync(consultation, ct);
        return await DraftsAsync(entries, entry => entry is MatterDocument of ? of.MatterId == matter?.Id : IsOf(consultation.ApplicationId, entry), ct);
    }

    /// <summary>By consultation.</summary>
    public async Task<Dictionary<long, IReadOnlyList<Enclosed>?>> ListAsync(long[] consultations, CancellationToken ct)
    {
        var holding = db.Set<Enclosure>().Owners(typeof(Consultation));
        var found = await db.Set<Consultation>().AsNoTracking().Where(c => consultations.Contains(c.Id) && holding.Contains(c.Id)).ToListAsync(ct);
        var drafts = (await DraftsAsync(await EntriesAsync([.. found.SelectMany(c => c.Enclosures)], ct), _ => true, ct)).ToLookup(draft => IdOf(draft.Entry));
        return found.ToDictionary(c => c.Id, IReadOnlyList<Enclosed>? (c) => [.. c.Enclosures.InOrder().Select(e => Listed(c, drafts[IdOf(e)].First()))]);
    }

    /// <summary>The same, for somebody who is signed in: whoever is held out of the case by a conflict of interest is not let in by what a body of theirs is asked.</summary>
    public async Task<Dictionary<long, IReadOnlyList<Enclosed>?>> ListForAsync(Actor actor, long[] consultations, CancellationToken ct)
    {
        var lists = await ListAsync(consultations, ct);
        var kept = await KeptFromAsync(actor, [.. lists.Keys], ct);
        return lists.ToDictionary(l => l.Key, IReadOnlyList<Enclosed>? (l) => kept.Contains(l.Key) ? [.. l.Value!.Select(e => e with { Subject = null, Path = null })] : l.Value);
    }

    /// <summary>Of the consultations, those on a case that the caller is held out of by a conflict of interest.</summary>
    public async Task<IReadOnlySet<long>> KeptFromAsync(Actor actor, long[] consultations, CancellationToken ct)
    {
        var about = await db.Set<Consultation>().Where(c => consultations.Contains(c.Id) && c.ApplicationId != null).Select(c => new { c.Id, CaseId = c.ApplicationId!.Value }).ToListAsync(ct);
        if (about.Count == 0) return new HashSet<long>();
        var held = await db.HeldOutOfAsync(actor.Id, [.. about.Select(c => c.CaseId).Distinct()], ct);
        return about.Where(c => held.Contains(c.CaseId)).Select(c => c.Id).ToHashSet();
    }

    public async Task<IReadOnlyList<Enclosed>> ListAsync(Consultation consultation, CancellationToken ct) => (await ListAsync([consultation.Id], ct)).GetValueOrDefault(consultation.Id) ?? [];

    /// <summary>As a message ends with them; by number, kind and day alone, since a subject may be more than a message may tell.</summary>
    public async Task<Text> ToldAsync(Consultation consultation, CancellationToken ct)
    {
        var sent = await ListAsync(consultation, ct);
        return sent.Count == 0 ? new("", "") : new(" Handlingar: " + string.Join("; ", sent.Select(e => e.Named.Sv)) + ".", " Documents: " + string.Join("; ", sent.Select(e => e.Named.En)) + ".");
    }

    /// <returns>Null: it was not sent, or cannot be read any more.</returns>
    public async Task<RegistryEntry?> ReadableAsync(Consultation consultation, string documentId, CancellationToken ct) => !consultation.ShowsEnclosures ? null
        : (await OfAsync(consultation, ct)).FirstOrDefault(draft => draft is { HasContent: true, IsMarked: false } && IdOf(draft.Entry) == documentId)?.Entry;

    private static Enclosed Listed(Consultation consultation, EnclosureDraft draft)
    {
        var (entry, id) = (draft.Entry, IdOf(draft.Entry));
        return new(id, entry.Number, entry.Kind, entry.On, draft.IsMarked ? null : entry.Subject, draft.IsMarked,
            consultation.ShowsEnclosures && draft is { HasContent: true, IsMarked: false } ? $"/consultations/{GlobalId.Of<Consultation>(consultation.Id)}/documents/{id}" : null);
    }

    private static string IdOf(Enclosure enclosure) =>
        enclosure.CaseDocumentId is { } id ? GlobalId.Of<CaseDocument>(id) : GlobalId.Of<MatterDocument>(enclosure.MatterDocumentId!.Value);

    private static string IdOf(RegistryEntry entry) => GlobalId.Of(entry.GetType().Name, entry.Id);

    private static bool IsOf(long? applicationId, RegistryEntry entry) => entry is CaseDocument of && of.ApplicationId == applicationId;

    private async Task<IReadOnlyList<RegistryEntry>> EntriesAsync(IReadOnlyList<Enclosure> enclosures, CancellationToken ct)
    {
        if (enclosures.Count == 0) return [];
        var (ofCases, ofMatters) = (enclosures.Select(e => e.CaseDocumentId).OfType<long>().ToArray(), enclosures.Select(e => e.MatterDocumentId).OfType<long>().ToArray());
        var cases = await db.Set<CaseDocument>().AsNoTracking().Where(d => ofCases.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        var documents = await db.Set<MatterDocument>().AsNoTracking().Where(d => ofMatters.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return [.. enclosures.InOrder().Select(e => e.CaseDocumentId is { } id ? (RegistryEntry)cases[id] : documents[e.MatterDocumentId!.Value])];
    }

    private async Task<IReadOnlyList<EnclosureDraft>> DraftsAsync(IReadOnlyList<RegistryEntry> entries, Func<RegistryEntry, bool> isOfCase, CancellationToken ct)
    {
        if (entries.Count == 0) return [];
        var (ofCases, ofMatters) = (entries.OfType<CaseDocument>().ToList(), entries.OfType<MatterDocument>().ToList());
        var (ids, matterIds) = (ofCases.Select(d => d.Id).ToArray(), ofMatters.Select(d => d.Id).ToArray());
        var marks = await db.AllMarksAsync([.. ofCases.Select(d => d.ApplicationId).Distinct()], ct);
        var matterMarks = await db.MarksOfMattersByDocumentAsync(matterIds, ct);
        var disposed = await db.DisposedDocuments().Where(id => ids.Contains(id)).ToListAsync(ct);
        var disposedOfMatters = await db.DisposedMatterDocuments().Where(id => matterIds.Contains(id)).ToListAsync(ct);
        var files = await db.Set<DocumentFile>().Where(f => ids.Contains(f.DocumentId)).Select(f => f.DocumentId).ToListAsync(ct);
        var matterFiles = await db.Set<MatterDocumentFile>().Where(f => matterIds.Contains(f.DocumentId)).Select(f => f.DocumentId).ToListAsync(ct);
        return [.. entries.Select(entry => new EnclosureDraft(entry, isOfCase(entry), HasContent(entry), entry.Secrecy is not null || IsMarked(entry)))];

        bool HasContent(RegistryEntry entry) => entry is MatterDocument ? !disposedOfMatters.Contains(entry.Id) && matterFiles.Contains(entry.Id)
            : !disposed.Contains(entry.Id) && (entry.Kind == DocumentKind.Attachment || DocumentKinds.OfTheForm.Contains(entry.Kind) || files.Contains(entry.Id));

        bool IsMarked(RegistryEntry entry) => entry is CaseDocument of
            ? marks[of.ApplicationId] is var mark && (mark.Whole is not null || (DocumentKinds.OfTheForm.Contains(of.Kind) && mark.Fields.Any(m => m.Holds)))
            : matterMarks[entry.Id] is not null;
    }
}
