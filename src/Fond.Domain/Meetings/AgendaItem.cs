using System.Linq.Expressions;
using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <param name="ApplicationId">Null: a matter of the body's own.</param>
/// <param name="AttachmentIds">Of the case.</param>
/// <param name="DocumentIds">Entries of the case's registry that are laid before the meeting.</param>
public sealed record AgendaItemDraft(long? ApplicationId, string Title, string Matter, string Proposal, IReadOnlyList<long> AttachmentIds, IReadOnlyList<long> DocumentIds);

/// <summary>What somebody had taken down in the minutes.</summary>
public sealed record Remark(long PersonId, string Text);

/// <summary>Somebody kept out of one item.</summary>
/// <param name="Ground">Why, as it stands in the minutes.</param>
public sealed record Exclusion(long PersonId, string Ground);

public enum VoteChoice
{
    /// <summary>For what was decided.</summary>
    For,

    /// <summary>Against it.</summary>
    Against,

    /// <summary>Neither.</summary>
    Abstained,
}

/// <summary>How one of those who vote did.</summary>
public sealed record CastVote(long PersonId, VoteChoice Choice);

/// <param name="CastingVote">Whether the votes were even and that of whoever presided decided.</param>
/// <param name="Each">How each voted, where the vote was open (öppen omröstning); null or empty where it was closed.</param>
public sealed record VoteCount(int For, int Against, int Abstained, bool CastingVote, IReadOnlyList<CastVote>? Each = null);

/// <summary>A matter on the agenda, and what became of it.</summary>
public sealed class AgendaItem : Entity
{
    private AgendaItem() { }

    internal AgendaItem(int number, AgendaItemDraft draft)
    {
        (Number, ApplicationId, AttachmentIds, DocumentIds) = (number, draft.ApplicationId, [.. draft.AttachmentIds], [.. draft.DocumentIds]);
        (Title, Matter, Proposal) = (draft.Title.Trim(), draft.Matter.Trim(), draft.Proposal.Trim());
    }

    /// <summary>On the agenda: 1, 2, 3 ...</summary>
    public int Number { get; internal set; }

    public long? ApplicationId { get; private set; }

    public string Title { get; private set; } = "";

    public string Matter { get; private set; } = "";

    public string Proposal { get; private set; } = "";

    public IReadOnlyList<long> AttachmentIds { get; private set; } = [];

    /// <summary>Entries of the case's registry that are laid before the meeting.</summary>
    public IReadOnlyList<long> DocumentIds { get; private set; } = [];

    public IReadOnlyList<Exclusion> Recusals { get; private set; } = [];

    /// <summary>What those at the table have moved (yrkanden), besides what was prepared.</summary>
    public IReadOnlyList<Remark> Proposals { get; private set; } = [];

    /// <summary>Whoever was elected to preside over this item; once it is settled, whoever did.</summary>
    public long? PresidingId { get; private set; }

    /// <summary>Of the minutes, by body and year: § 12. Null until the item is settled.</summary>
    public int? Paragraph { get; private set; }

    public ItemOutcome? Outcome { get; private set; }

    /// <summary>What was decided or said, in words; where a case is decided, why.</summary>
    public string Ruling { get; private set; } = "";

    /// <summary>What is wanted before the item is taken up again, where it was referred back.</summary>
    public string Missing { get; private set; } = "";

    /// <summary>The body that takes over.</summary>
    public long? ReferredToId { get; private set; }

    /// <summary>What was written in the case.</summary>
    public long? DecisionId { get; private set; }

    /// <summary>Whether it answers a case's short idea: a case is decided without a decision on money only there.</summary>
    public static readonly Expression<Func<AgendaItem, bool>> AnswersIdea = i => i.ApplicationId != null && i.DecisionId == null && (i.Outcome == ItemOutcome.Approved || i.Outcome == ItemOutcome.Rejected);

    public bool IsIdeaAnswer => IdeaAnswer(this);

    private static readonly Func<AgendaItem, bool> IdeaAnswer = AnswersIdea.Compile();

    public VoteCount? Votes { get; private set; }

    /// <summary>Reservationer.</summary>
    public IReadOnlyList<Remark> Dissents { get; private set; } = [];

    /// <summary>Protokollsanteckningar.</summary>
    public IReadOnlyList<Remark> Notes { get; private set; } = [];

    /// <summary>Who took part when it was settled.</summary>
    public IReadOnlyList<long> PresentIds { get; private set; } = [];

    public bool IsSettled => Outcome is not null;

    public bool IsRecused(long personId) => Recusals.Any(r => r.PersonId == personId);

    /// <summary>Whoever is kept out has moved nothing.</summary>
    internal void Recuse(Exclusion exclusion) =>
        (Recusals, Proposals) = ([.. Recusals, exclusion], [.. Proposals.Where(p => p.PersonId != exclusion.PersonId)]);

    internal void Propose(Remark proposal) => Proposals = [.. Proposals, Trimmed(proposal)];

    internal void WithdrawProposals() => Proposals = [];

    internal void PresideBy(long personId) => PresidingId = personId;

    internal void Settle(Settlement settlement, int paragraph, long? presiding, IReadOnlyList<long> present)
    {
        PresidingId = presiding;
        (Outcome, Ruling, Missing) = (settlement.Outcome, settlement.Ruling.Trim(), settlement.Missing.Trim());
        (Paragraph, PresentIds, ReferredToId, Votes) = (paragraph, present, settlement.ReferredToId, settlement.Votes);
        Dissents = [.. settlement.Dissents.Select(Trimmed)];
        Notes = [.. settlement.Notes.Select(Trimmed)];
    }

    /// <summary>What was settled, with what is put right in it.</summary>
    /// <param name="correction">Null: nothing.</param>
    internal Settlement With(ItemCorrection? correction) => correction is null
        ? new(Outcome!.Value, Ruling, Missing, ReferredToId, Votes, Dissents, Notes)
        : new(Outcome!.Value, correction.Ruling, correction.Missing, ReferredToId, correction.Votes, correction.Dissents, correction.Notes);

    internal void DecidedBy(long decisionId) => DecisionId = decisionId;

    private static Remark Trimmed(Remark remark) => remark with { Text = remark.Text.Trim() };
}
