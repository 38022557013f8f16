using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>That something was put right after the meeting and before the minutes were approved. What stood there before is in the trail.</summary>
/// <param name="Paragraph">The paragraph that was put right; null: the list of attendance or who presided over the meeting, alone.</param>
/// <param name="On">The day in Sweden.</param>
public sealed record MinutesCorrection(long ById, string Reason, int? Paragraph, DateOnly On)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 500;
}

/// <summary>What is to be put right, as it is sent in.</summary>
/// <param name="Items">Paragraphs that are put right by themselves.</param>
/// <param name="Attendance">Everybody, anew; null: it stays.</param>
/// <param name="PresidingId">Whoever was elected to preside over the meeting; null: as it is.</param>
public sealed record CorrectionDraft(string Reason, IReadOnlyList<ItemCorrection> Items, IReadOnlyList<AttendanceDraft>? Attendance, long? PresidingId = null)
{
    internal bool IsEmpty => Items.Count == 0 && !IsOfAttendance;

    /// <summary>Whether it may change who took part in any paragraph, or presided over it.</summary>
    internal bool IsOfAttendance => Attendance is not null || PresidingId is not null;
}

/// <summary>What is to stand of a paragraph: what is left out is gone.</summary>
/// <param name="Outcome">Null: as it is. No other can be given: it has been carried out.</param>
/// <param name="Proposals">What was moved; null: as it is.</param>
/// <param name="PresidingId">Whoever was elected to preside over the item; null: as it is.</param>
public sealed record ItemCorrection(
    long ItemId, ItemOutcome? Outcome, string Ruling, string Missing, VoteCount? Votes, IReadOnlyList<Remark> Dissents, IReadOnlyList<Remark> Notes, IReadOnlyList<Remark>? Proposals = null, long? PresidingId = null);

public sealed partial class Minutes
{
    public IReadOnlyList<MinutesCorrection> Corrections { get; private set; } = [];

    /// <summary>Puts right what was written down wrongly. It is another text: those who had approved it are to do so anew.</summary>
    /// <param name="heldOut">Those who have a conflict of interest in an item's case today.</param>
    /// <param name="today">The day in Sweden.</param>
    /// <returns>The paragraphs that say something else now.</returns>
    public IReadOnlyList<AgendaItem> Correct(CorrectionDraft draft, Meeting meeting, Body body, Func<AgendaItem, IReadOnlySet<long>> heldOut, long by, DateOnly today)
    {
        var life = Permitted(MinutesTrigger.Correct);
        Refuse.When(draft.Reason.IsBlank() || draft.Reason.Length > MinutesCorrection.LongestReason, new MinutesCorrectionReasonInvalid { Path = ["reason"] });
        Refuse.When(draft.IsEmpty, new MinutesCorrectionEmpty());
        var touched = meeting.Correct(draft, body, heldOut);
        var presided = meeting.PresidedOver(body) ?? throw new RefusedException(new MinutesChairMissing());
        if (!ApproverIds.Contains(presided) && !Replacements.Any(r => r.PersonId == presided)) ApproverIds = [presided, .. ApproverIds.Skip(1)];
        Refuse.When(!ApproverIds.All(p => MinutesRules.MayApprove(p, meeting, body)), new MinutesApproverAway { Path = ["attendance"] });
        var paragraphs = draft.Items.Select(c => meeting.ItemOf(c.ItemId).Paragraph).Order().ToList();
        (Approvals, Corrections) = ([], [.. Corrections, .. paragraphs.DefaultIfEmpty().Select(paragraph => new MinutesCorrection(by, draft.Reason.Trim(), paragraph, today))]);
        life.Fire(MinutesTrigger.Correct);
        return touched;
    }
}

public sealed partial class Meeting
{
    /// <summary>Who took part in each item and who presided follows the list of attendance; what is broken then is refused as when it was settled.</summary>
    /// <returns>The items that say something else now.</returns>
    internal IReadOnlyList<AgendaItem> Correct(CorrectionDraft draft, Body body, Func<AgendaItem, IReadOnlySet<long>> heldOut)
    {
        Refuse.WhenAny(CorrectionFaults(draft.Items, body));
        var before = _items.ToDictionary(i => i, i => new Before(ListedIn(i), [.. i.PresentIds], i.PresidingId, i.Recusals.Count));
        if (draft.Attendance is { } attendance)
        {
            Refuse.WhenAny(AttendanceRules.EntryFaults(attendance, this, body));
            List(attendance);
        }

        if (draft.PresidingId is { } presiding) PresideAnew(presiding, body, heldOut);
        return [.. _items.OrderBy(i => i.Number).Where(item => Recount(item, draft, body, heldOut(item), before[item]))];
    }

    private IEnumerable<Refusal> CorrectionFaults(IReadOnlyList<ItemCorrection> corrections, Body body)
    {
        for (var i = 0; i < corrections.Count; i++)
        {
            var (correction, item) = (corrections[i], _items.Find(item => item.Id == corrections[i].ItemId));
            string[] at = ["items", $"{i}"];
            if (item is null) yield return new NotFound(nameof(AgendaItem)) { Path = [.. at, "itemId"] };
            else if (corrections.Take(i).Any(c => c.ItemId == item.Id)) yield return new MinutesItemTwice { Path = [.. at, "itemId"] };
            else if (correction.Outcome is { } outcome && outcome != item.Outcome) yield return new MinutesOutcomeStands { Path = [.. at, "outcome"] };
            else if (body.Kind.MayDecide() && (item.DecisionId is not null || item.IsIdeaAnswer) && correction.Ruling.Trim() != item.Ruling) yield return new MinutesRulingStands { Path = [.. at, "ruling"] };
        }
    }

    private void PresideAnew(long personId, Body body, Func<AgendaItem, IReadOnlySet<long>> heldOut)
    {
        var before = PresidingId;
        Elect(personId, null, new HashSet<long>(), body, ["presidingId"]);
        foreach (var item in _items.Where(i => i.PresidingId == before && before is not null && Taking(i, body, heldOut(i).Except(i.PresentIds).ToHashSet()).HasVoteOf(personId))) item.PresideBy(personId);
    }

    private sealed record Before(IReadOnlySet<Seating> Listed, HashSet<long> Present, long? PresidingId, int Recusals);

    /// <returns>Whether it says something else now.</returns>
    private bool Recount(AgendaItem item, CorrectionDraft draft, Body body, IReadOnlySet<long> heldOut, Before before)
    {
        var index = draft.Items.Select(c => c.ItemId).ToList().IndexOf(item.Id);
        if (index < 0 && !draft.IsOfAttendance) return false;
        var correction = index < 0 ? null : draft.Items[index];
        var shut = heldOut.Except(item.PresentIds).ToHashSet(); // whoever took part did so before the conflict was known
        HoldOut(item, shut);
        Move(item, correction, index, body, shut);
        var (taking, settlement) = (Taking(item, body, shut), item.With(correction));
        var isListedAnew = !(before.Present.SetEquals(taking.Ids) && before.Listed.SetEquals(ListedIn(item)));
        Refuse.When(item.DecisionId is not null && isListedAnew, new MinutesPresenceStands(item.Paragraph!.Value) { Path = ["attendance"] });
        Refuse.When(item.Proposals.Any(p => !taking.Has(p.PersonId)), new MinutesProposerAway(item.Paragraph!.Value) { Path = ["attendance"] });
        Refuse.WhenAny(SettlementRules.Faults(settlement, item, taking).Select(fault => correction is null ? OfParagraph(fault, item.Paragraph!.Value, draft.Attendance is null ? "presidingId" : "attendance") : fault with { Path = ["items", $"{index}", .. fault.Path] }));
        item.Settle(settlement, item.Paragraph!.Value, taking.Presiding, taking.Ids);
        return correction is not null || isListedAnew || item.PresidingId != before.PresidingId || item.Recusals.Count != before.Recusals;
    }

    /// <summary>Who presided over the item, and what was moved in it.</summary>
    private void Move(AgendaItem item, ItemCorrection? correction, int index, Body body, IReadOnlySet<long> heldOut)
    {
        string[] at = ["items", $"{index}"];
        if (correction?.PresidingId is { } presiding) Elect(presiding, item, heldOut, body, [.. at, "presidingId"]);
        if (correction?.Proposals is not { } proposals) return;
        item.WithdrawProposals();
        foreach (var (proposal, i) in proposals.Select((proposal, i) => (proposal, i)))
        {
            Refuse.WhenAny(SettlementRules.ProposalFaults(proposal, item, Taking(item, body, heldOut)).Select(fault => fault with { Path = [.. at, "proposals", $"{i}", .. fault.Path] }));
            item.Propose(proposal);
        }
    }

    /// <summary>What is put right of all paragraphs at once: it is said which of them breaks a rule by it.</summary>
    private static Refusal OfParagraph(Refusal fault, int paragraph, string field) =>
        fault with { Path = [field], Message = new($"§ {paragraph}: {fault.Message.Sv}", $"§ {paragraph}: {fault.Message.En}") };
}

public sealed record MinutesCorrectionReasonInvalid() : Refusal("MINUTES_CORRECTION_REASON_INVALID", new(
    $"Ange varför protokollet rättas, med högst {MinutesCorrection.LongestReason} tecken.", $"Say why the minutes are corrected, with at most {MinutesCorrection.LongestReason} characters."));

public sealed record MinutesCorrectionEmpty() : Refusal("MINUTES_CORRECTION_EMPTY", new(
    "Ange vad som ska rättas: paragrafer, närvaron eller vem som ledde sammanträdet.", "Say what is to be corrected: paragraphs, the attendance or who presided over the meeting."));

public sealed record MinutesItemTwice() : Refusal("MINUTES_ITEM_TWICE", new(
    "Samma paragraf står två gånger i rättelsen.", "The same paragraph stands in the correction twice."));

public sealed record MinutesOutcomeStands() : Refusal("MINUTES_OUTCOME_STANDS", new(
    "Utfallet är verkställt och rättas inte i protokollet. Ta upp ärendet på nytt vid ett senare sammanträde.",
    "The outcome has been carried out and is not corrected in the minutes. Take the matter up anew at a later meeting."));

public sealed record MinutesRulingStands() : Refusal("MINUTES_RULING_STANDS", new(
    "Skälen står i ärendets beslut, som inte ändras. Skriv en protokollsanteckning, eller ta upp ärendet på nytt vid ett senare sammanträde.",
    "The reasons stand in the case's decision, which never changes. Write a note to the minutes, or take the matter up anew at a later meeting."));

public sealed record MinutesPresenceStands(int Paragraph) : Refusal("MINUTES_PRESENCE_STANDS", new(
    $"Vilka som deltog i § {Paragraph} står i ärendets beslut, som inte ändras. Skriv en protokollsanteckning till paragrafen.",
    $"Who took part in § {Paragraph} stands in the case's decision, which never changes. Write a note to the minutes of that paragraph."));

public sealed record MinutesProposerAway(int Paragraph) : Refusal("MINUTES_PROPOSER_AWAY", new(
    $"Den som har ett yrkande i § {Paragraph} var inte med enligt den nya listan. Låt personen stå kvar och skriv en protokollsanteckning till paragrafen.",
    $"Somebody who moved a proposal in § {Paragraph} was not there by the new list. Let the person stay on it and write a note to the minutes of that paragraph."));

public sealed record MinutesApproverAway() : Refusal("MINUTES_APPROVER_AWAY", new(
    "Den som ska justera protokollet var inte med enligt den nya listan. Låt någon annan justera först.",
    "Somebody who is to approve the minutes was not there by the new list. Have somebody else approve first."));
