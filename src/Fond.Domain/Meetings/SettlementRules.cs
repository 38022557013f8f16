using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <summary>What is missing or wrong in what became of an item, each fault with its place.</summary>
internal static class SettlementRules
{
    public static IEnumerable<Refusal> Faults(Settlement settlement, AgendaItem item, Participants taking) =>
        [.. FormFaults(settlement, item), .. QuorumFaults(settlement, taking), .. VoteFaults(settlement.Votes, taking), .. RemarkFaults(settlement, taking)];

    private static IEnumerable<Refusal> FormFaults(Settlement settlement, AgendaItem item)
    {
        if (settlement.Ruling.IsBlank() && settlement.Outcome is not (ItemOutcome.Tabled or ItemOutcome.Noted or ItemOutcome.Dropped or ItemOutcome.ReferredBack))
            yield return new MeetingRulingMissing { Path = ["ruling"] };
        if (settlement.Outcome == ItemOutcome.ReferredBack && settlement.Missing.IsBlank()) yield return new MeetingMissingMissing { Path = ["missing"] };
        if ((settlement.Outcome == ItemOutcome.Referred) != (settlement.ReferredToId is not null)) yield return new MeetingReferralInvalid { Path = ["referredToId"] };
        if (item.ApplicationId is null && settlement.Outcome is ItemOutcome.ApprovedInPart) yield return new MeetingOutcomeUnfit { Path = ["outcome"] };
    }

    /// <summary>What is dropped is not taken up, so that nobody need be there for it.</summary>
    private static IEnumerable<Refusal> QuorumFaults(Settlement settlement, Participants taking)
    {
        if (settlement.Outcome != ItemOutcome.Dropped && taking.Votes < taking.Quorum) yield return new MeetingNoQuorum(taking.Votes, taking.Quorum);
    }

    private static IEnumerable<Refusal> VoteFaults(VoteCount? votes, Participants taking)
    {
        if (votes is null) yield break;
        if (votes.For < 0 || votes.Against < 0 || votes.Abstained < 0 || (long)votes.For + votes.Against + votes.Abstained != taking.Votes)
            yield return new MeetingVotesMiscounted(taking.Votes) { Path = ["votes"] };
        else if (votes.Against > votes.For) yield return new MeetingVoteLost { Path = ["votes"] };
        else if (votes.CastingVote != (votes.For == votes.Against)) yield return new MeetingCastingVoteInvalid { Path = ["votes", "castingVote"] };
        else if (votes.CastingVote && !taking.HasChair) yield return new MeetingChairAbsent { Path = ["votes", "castingVote"] };
    }

    private static IEnumerable<Refusal> RemarkFaults(Settlement settlement, Participants taking)
    {
        for (var i = 0; i < settlement.Dissents.Count; i++)
        {
            var dissent = settlement.Dissents[i];
            if (!taking.HasVoteOf(dissent.PersonId)) yield return new MeetingRemarkByAbsent { Path = ["dissents", $"{i}", "personId"] };
        }

        for (var i = 0; i < settlement.Notes.Count; i++)
        {
            var note = settlement.Notes[i];
            if (!taking.Has(note.PersonId)) yield return new MeetingRemarkByAbsent { Path = ["notes", $"{i}", "personId"] };
            if (note.Text.IsBlank()) yield return new MeetingRemarkEmpty { Path = ["notes", $"{i}", "text"] };
        }
    }
}
