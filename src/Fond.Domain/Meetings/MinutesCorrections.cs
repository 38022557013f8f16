using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>That something was put right after the meeting and before the minutes were approved. What stood there before is in the trail.</summary>
/// <param name="Paragraph">The paragraph that was put right; null: the list of attendance alone.</param>
/// <param name="On">The day in Sweden.</param>
public sealed record MinutesCorrection(long ById, string Reason, int? Paragraph, DateOnly On)
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 500;
}

/// <summary>What is to be put right, as it is sent in.</summary>
/// <param name="Item">Null: no paragraph by itself.</param>
/// <param name="Attendance">Everybody, anew; null: it stays.</param>
public sealed record CorrectionDraft(string Reason, ItemCorrection? Item, IReadOnlyList<AttendanceDraft>? Attendance);

/// <summary>What is to stand of a paragraph: what is left out is gone.</summary>
/// <param name="Outcome">Null: as it is. No other can be given: it has been carried out.</param>
public sealed record ItemCorrection(long ItemId, ItemOutcome? Outcome, string Ruling, string Missing, VoteCount? Votes, IReadOnlyList<Remark> Dissents, IReadOnlyList<Remark> Notes);

public sealed partial class Minutes
{
    public IReadOnlyList<MinutesCorrection> Corrections { get; private set; } = [];

    /// <summary>Puts right what was written down wrongly. It is another text: those who had approved it are to do so anew.</summary>
    /// <param name="heldOut">Those who have a conflict of interest in an item's case today.</param>
    /// <param name="today">The day in Sweden.</param>
    public void Correct(CorrectionDraft draft, Meeting meeting, Body body, Func<AgendaItem, IReadOnlySet<long>> heldOut, long by, DateOnly today)
    {
        var life = Permitted(MinutesTrigger.Correct);
        Refuse.When(draft.Reason.IsBlank() || draft.Reason.Length > MinutesCorrection.LongestReason, new MinutesCorrectionReasonInvalid { Path = ["reason"] });
        Refuse.When(draft.Item is null && draft.Attendance is null, new MinutesCorrectionEmpty());
        var corrected = meeting.Correct(draft, body, heldOut);
        var presided = meeting.PresidedOver(body) ?? throw new RefusedException(new MinutesChairMissing());
        if (!ApproverIds.Contains(presided) && !Replacements.Any(r => r.PersonId == presided)) ApproverIds = [presided, .. ApproverIds.Skip(1)];
        Refuse.When(!ApproverIds.All(p => MinutesRules.MayApprove(p, meeting, body)), new MinutesApproverAway { Path = ["attendance"] });
        (Approvals, Corrections) = ([], [.. Corrections, new(by, draft.Reason.Trim(), corrected?.Paragraph, today)]);
        life.Fire(MinutesTrigger.Correct);
    }
}

public sealed partial class Meeting
{
    /// <summary>Who took part in each item and who presided follows the list of attendance; what is broken then is refused as when it was settled.</summary>
    /// <returns>The item that was put right by itself; null: none.</returns>
    internal AgendaItem? Correct(CorrectionDraft draft, Body body, Func<AgendaItem, IReadOnlySet<long>> heldOut)
    {
        var corrected = draft.Item is { } one ? _items.Find(i => i.Id == one.ItemId) ?? throw new RefusedException(new NotFound(nameof(AgendaItem)) { Path = ["item", "itemId"] }) : null;
        if (corrected is not null) Refuse.WhenAny(CorrectionFaults(draft.Item!, corrected, body));
        var listed = _items.ToDictionary(i => i, ListedIn);
        if (draft.Attendance is { } attendance)
        {
            Refuse.WhenAny(AttendanceRules.EntryFaults(attendance, this, body));
            List(attendance);
        }

        foreach (var item in _items.Where(i => i == corrected || draft.Attendance is not null).OrderBy(i => i.Number)) Recount(item, item == corrected ? draft.Item : null, body, heldOut(item), listed[item]);
        return corrected;
    }

    private static IEnumerable<Refusal> CorrectionFaults(ItemCorrection correction, AgendaItem item, Body body)
    {
        if (correction.Outcome is { } outcome && outcome != item.Outcome) yield return new MinutesOutcomeStands { Path = ["item", "outcome"] };
        if (body.Kind.MayDecide() && (item.DecisionId is not null || item.IsIdeaAnswer) && correction.Ruling.Trim() != item.Ruling) yield return new MinutesRulingStands { Path = ["item", "ruling"] };
    }

    private void Recount(AgendaItem item, ItemCorrection? correction, Body body, IReadOnlySet<long> heldOut, IReadOnlySet<(long, long?, long?)> listed)
    {
        var shut = heldOut.Except(item.PresentIds).ToHashSet(); // whoever took part did so before the conflict was known
        HoldOut(item, shut);
        var (taking, settlement) = (Taking(item, body, shut), item.With(correction));
        Refuse.When(item.DecisionId is not null && !(taking.Ids.ToHashSet().SetEquals(item.PresentIds) && listed.SetEquals(ListedIn(item))), new MinutesPresenceStands(item.Paragraph!.Value) { Path = ["attendance"] });
        Refuse.When(item.Proposals.Any(p => !taking.Has(p.PersonId)), new MinutesProposerAway(item.Paragraph!.Value) { Path = ["attendance"] });
        Refuse.WhenAny(SettlementRules.Faults(settlement, item, taking).Select(fault => correction is null ? ByAttendance(fault, item.Paragraph!.Value) : fault with { Path = ["item", .. fault.Path] }));
        item.Settle(settlement, item.Paragraph!.Value, taking.Presiding, taking.Ids);
    }

    /// <summary>The list is of all paragraphs: it is said which of them breaks a rule by it.</summary>
    private static Refusal ByAttendance(Refusal fault, int paragraph) =>
        fault with { Path = ["attendance"], Message = new($"§ {paragraph}: {fault.Message.Sv}", $"§ {paragraph}: {fault.Message.En}") };
}

public sealed record MinutesCorrectionReasonInvalid() : Refusal("MINUTES_CORRECTION_REASON_INVALID", new(
    $"Ange varför protokollet rättas, med högst {MinutesCorrection.LongestReason} tecken.", $"Say why the minutes are corrected, with at most {MinutesCorrection.LongestReason} characters."));

public sealed record MinutesCorrectionEmpty() : Refusal("MINUTES_CORRECTION_EMPTY", new(
    "Ange vad som ska rättas: en paragraf, närvaron eller båda.", "Say what is to be corrected: a paragraph, the attendance or both."));

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
