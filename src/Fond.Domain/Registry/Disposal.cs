using Fond.Domain.Common;

namespace Fond.Domain.Registry;

public enum DisposalState
{
    /// <summary>Waits for another person.</summary>
    Proposed,

    /// <summary>Carried out.</summary>
    Approved,

    /// <summary>Nothing was disposed of.</summary>
    Rejected,
}

/// <summary>A document that may be disposed of, with what the rules say of it.</summary>
/// <param name="CaseEnded">Whether nothing more is done in its case.</param>
/// <param name="LastDay">The last day of its case: that of its last document, and of a matter not before it was closed.</param>
/// <param name="Rule">The rule for its kind in its fund; null: none.</param>
/// <param name="IsDisposed">Whether it has been disposed of already.</param>
/// <param name="IsAskedFor">Whether somebody has asked to read it and has no answer yet (tryckfrihetsförordningen 2 kap. 15–17 §§).</param>
public sealed record DisposalCandidate(RegistryEntry Document, bool CaseEnded, DateOnly LastDay, RetentionRule? Rule, bool IsDisposed, bool IsAskedFor = false);

/// <summary>
/// Documents of a fund whose time has come lose their content (gallring): one person proposes, another approves. Their entries stay in the registry.
/// </summary>
public sealed class Disposal : Aggregate
{
    private readonly List<DisposedDocument> _documents = [];
    private readonly List<DisposedMatterDocument> _matterDocuments = [];

    private Disposal() { }

    /// <param name="today">The day in Sweden.</param>
    public Disposal(long fundId, IReadOnlyList<DisposalCandidate> candidates, long by, DateTimeOffset now, DateOnly today)
    {
        Refuse.When(candidates.Count is 0 or > Most, new DisposalSizeInvalid { Path = ["documentIds"] });
        Refuse.WhenAny(Faults(candidates, today));
        (FundId, ProposedById, ProposedAt) = (fundId, by, now);
        _documents.AddRange(candidates.Where(c => c.Document is CaseDocument).Select(c => new DisposedDocument(c.Document.Id, c.Rule!.Id)));
        _matterDocuments.AddRange(candidates.Where(c => c.Document is MatterDocument).Select(c => new DisposedMatterDocument(c.Document.Id, c.Rule!.Id)));
    }

    /// <summary>Documents at a time.</summary>
    public const int Most = 200;

    public long FundId { get; private set; }

    public DisposalState State { get; private set; }

    public long ProposedById { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who approved or rejected; never who proposed.</summary>
    public long? SettledById { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Of cases that an application began.</summary>
    public IReadOnlyList<DisposedDocument> Documents => _documents;

    /// <summary>Of matters.</summary>
    public IReadOnlyList<DisposedMatterDocument> MatterDocuments => _matterDocuments;

    /// <param name="candidates">The same documents, with what the rules say of them now: a case may have gone on since they were proposed. A rule that has been changed asks for a new proposal, since the log cites the one that was approved by.</param>
    /// <param name="today">The day in Sweden.</param>
    public void Approve(IReadOnlyList<DisposalCandidate> candidates, long by, DateTimeOffset now, DateOnly today)
    {
        DemandOpen();
        Refuse.When(by == ProposedById, new DisposalSamePerson());
        Refuse.WhenAny(Faults(candidates, today));
        Refuse.WhenAny(candidates.Select((c, i) => (c, i)).Where(x => RuleOf(x.c.Document) != x.c.Rule!.Id)
            .Select(x => new DisposalRuleChanged(x.c.Document.Number) { Path = ["documentIds", x.i.ToString(System.Globalization.CultureInfo.InvariantCulture)] }));
        Settle(DisposalState.Approved, by, now);
    }

    public void Reject(long by, DateTimeOffset now)
    {
        DemandOpen();
        Settle(DisposalState.Rejected, by, now);
    }

    /// <summary>The rule by which the document was proposed.</summary>
    private long? RuleOf(RegistryEntry document) =>
        (document is MatterDocument ? (IEnumerable<DisposedEntry>)_matterDocuments : _documents).FirstOrDefault(d => d.DocumentId == document.Id)?.RuleId;

    private void DemandOpen() => Refuse.When(State != DisposalState.Proposed, new DisposalAlreadySettled());

    private void Settle(DisposalState state, long by, DateTimeOffset now) => (State, SettledById, SettledAt) = (state, by, now);

    private static IEnumerable<Refusal> Faults(IReadOnlyList<DisposalCandidate> candidates, DateOnly today) =>
        candidates.SelectMany((c, i) => Faults(c, today).Select(fault => fault with { Path = ["documentIds", i.ToString(System.Globalization.CultureInfo.InvariantCulture)] }));

    private static IEnumerable<Refusal> Faults(DisposalCandidate candidate, DateOnly today)
    {
        if (candidate.IsDisposed) yield return new DisposalAlreadyDone(candidate.Document.Number);
        else if (!candidate.Document.IsFile) yield return new DisposalOfFields(candidate.Document.Number);
        else if (candidate.IsAskedFor) yield return new DisposalAskedFor(candidate.Document.Number);
        else if (candidate.Rule?.DueAfter(candidate.LastDay) is not { } due) yield return new DisposalNoRule(candidate.Document.Number);
        else if (!candidate.CaseEnded || today < due) yield return new DisposalTooEarly(candidate.Document.Number, candidate.Rule.Years!.Value);
    }
}

/// <summary>One of the documents, and the rule by which its time has come.</summary>
public abstract class DisposedEntry : Entity
{
    private protected DisposedEntry() { }

    private protected DisposedEntry(long documentId, long ruleId) => (DocumentId, RuleId) = (documentId, ruleId);

    public long DocumentId { get; private set; }

    public long RuleId { get; private set; }
}

/// <summary>Of a case that an application began.</summary>
public sealed class DisposedDocument : DisposedEntry
{
    private DisposedDocument() { }

    internal DisposedDocument(long documentId, long ruleId) : base(documentId, ruleId) { }
}

/// <summary>Of a matter.</summary>
public sealed class DisposedMatterDocument : DisposedEntry
{
    private DisposedMatterDocument() { }

    internal DisposedMatterDocument(long documentId, long ruleId) : base(documentId, ruleId) { }
}

public sealed record DisposalSizeInvalid() : Refusal("DISPOSAL_SIZE_INVALID", new(
    $"Ange 1 till {Disposal.Most} handlingar.", $"Name 1 to {Disposal.Most} documents."));

public sealed record DisposalAskedFor(int Number) : Refusal("DISPOSAL_ASKED_FOR", new(
    $"Någon har begärt ut aktbilaga {Number} och väntar på svar. Pröva begäran först.", $"Somebody has asked for document {Number} and waits for an answer. Decide on the request first."));

public sealed record DisposalNoRule(int Number) : Refusal("DISPOSAL_NO_RULE", new(
    $"Aktbilaga {Number} bevaras: ingen gallringsregel gäller för den.", $"Document {Number} is kept: no rule says that it may be disposed of."));

public sealed record DisposalOfFields(int Number) : Refusal("DISPOSAL_OF_FIELDS", new(
    $"Aktbilaga {Number} bevaras: det den säger är en del av ärendets historik i Fond.", $"Document {Number} is kept: what it says is part of the case's history in Fond."));

public sealed record DisposalTooEarly(int Number, int Years) : Refusal("DISPOSAL_TOO_EARLY", new(
    $"Aktbilaga {Number} får gallras först {Years} år efter den sista handlingen i ett ärende som är avslutat, och i ett ärende utan ansökan också efter avslutet.", $"Document {Number} may be disposed of only {Years} years after the last document of a case that has ended, and in a matter also after it was closed."));

public sealed record DisposalAlreadyDone(int Number) : Refusal("DISPOSAL_ALREADY_DONE", new(
    $"Aktbilaga {Number} är redan gallrad.", $"Document {Number} has been disposed of already."));

public sealed record DisposalRuleChanged(int Number) : Refusal("DISPOSAL_RULE_CHANGED", new(
    $"Gallringsregeln för aktbilaga {Number} har ändrats sedan förslaget. Avslå det och gör ett nytt.", $"The rule for document {Number} has been changed since the proposal. Reject it and make a new one."));

public sealed record DisposalAlreadySettled() : Refusal("DISPOSAL_ALREADY_SETTLED", new(
    "Förslaget är redan avgjort.", "The proposal has been settled already."));

public sealed record DisposalSamePerson() : Refusal("DISPOSAL_SAME_PERSON", new(
    "Gallring godkänns av någon annan än den som föreslog den.", "A disposal is approved by somebody other than who proposed it."));
