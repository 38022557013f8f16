using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

/// <summary>What is missing or wrong in what became of an item, each fault with its place.</summary>
internal static class SettlementRules
{
    private const int MostProposals = 50, LongestProposal = 4_000;

    public static IEnumerable<Refusal> Faults(Settlement settlement, AgendaItem item, Participants taking) =>
        [.. FormFaults(settlement, item, taking.Body), .. MoneyFaults(settlement, item, taking.Body), .. TableFaults(settlement, taking), .. VoteFaults(settlement.Votes, taking), .. RemarkFaults(settlement, taking)];

    public static IEnumerable<Refusal> ProposalFaults(Remark proposal, AgendaItem item, Participants taking)
    {
        if (!taking.HasVoteOf(proposal.PersonId)) yield return new MeetingProposalWithoutVote { Path = ["personId"] };
        if (proposal.Text.IsBlank() || proposal.Text.Length > LongestProposal) yield return new MeetingProposalInvalid(LongestProposal) { Path = ["text"] };
        if (item.Proposals.Count >= MostProposals) yield return new MeetingProposalsTooMany(MostProposals);
    }

    private static IEnumerable<Refusal> FormFaults(Settlement settlement, AgendaItem item, Body body)
    {
        if (settlement.Outcome.Decides() && !body.Kind.MayDecide()) yield return new DecisionBodyCannotDecide(body.Name, body.Kind) { Path = ["outcome"] };
        if (settlement.Ruling.IsBlank() && settlement.Outcome is not (ItemOutcome.Tabled or ItemOutcome.Noted or ItemOutcome.Dropped or ItemOutcome.ReferredBack))
            yield return new MeetingRulingMissing { Path = ["ruling"] };
        if (settlement.Outcome == ItemOutcome.ReferredBack && settlement.Missing.IsBlank()) yield return new MeetingMissingMissing { Path = ["missing"] };
        if ((settlement.Outcome == ItemOutcome.Referred) != (settlement.ReferredToId is not null)) yield return new MeetingReferralInvalid { Path = ["referredToId"] };
        if (item.ApplicationId is not null && !body.Kind.MayDecide() && settlement.ReferredToId is { } next && !body.PreparesFor.Contains(next)) yield return new MeetingReferralBesideLine { Path = ["referredToId"] };
        if (item.ApplicationId is null && settlement.Outcome is ItemOutcome.ApprovedInPart) yield return new MeetingOutcomeUnfit { Path = ["outcome"] };
    }

    /// <summary>Elsewhere nobody would find them again: they have their place in the decision on an application and in a proposal to the board.</summary>
    private static IEnumerable<Refusal> MoneyFaults(Settlement settlement, AgendaItem item, Body body)
    {
        if (item.ApplicationId is not null && body.Kind.MayDecide() && (settlement.Outcome.Decides() || settlement.Outcome == ItemOutcome.Referred)) yield break;
        if (settlement.Amounts.Count > 0) yield return new MeetingMoneyUnfit { Path = ["amounts"] };
        if (settlement.Conditions.Count > 0) yield return new MeetingMoneyUnfit { Path = ["conditions"] };
    }

    /// <summary>What is dropped is not taken up, so that nobody need be there for it.</summary>
    private static IEnumerable<Refusal> TableFaults(Settlement settlement, Participants taking)
    {
        if (settlement.Outcome == ItemOutcome.Dropped) yield break;
        if (taking.Voters.Count < taking.Body.Quorum) yield return new MeetingNoQuorum(taking.Voters.Count, taking.Body.Quorum);
        if (taking.Presiding is null) yield return new MeetingNobodyPresides();
    }

    private static IEnumerable<Refusal> VoteFaults(VoteCount? votes, Participants taking)
    {
        if (votes is null) yield break;
        var voters = taking.Voters;
        if (votes.For < 0 || votes.Against < 0 || votes.Abstained < 0 || (long)votes.For + votes.Against + votes.Abstained != voters.Count)
            yield return new MeetingVotesMiscounted(voters.Count) { Path = ["votes"] };
        else if (votes.Each is { Count: > 0 } each && !Tells(each, votes, voters)) yield return new MeetingOpenVoteInvalid { Path = ["votes", "each"] };
        else if (votes.Against > votes.For) yield return new MeetingVoteLost { Path = ["votes"] };
        else if (votes.CastingVote != (votes.For == votes.Against)) yield return new MeetingCastingVoteInvalid { Path = ["votes", "castingVote"] };
        else if (votes.CastingVote && votes.Each?.Any(v => v.PersonId == taking.Presiding && v.Choice != VoteChoice.For) == true) yield return new MeetingCastingVoteAgainst { Path = ["votes", "each"] };
    }

    /// <summary>Whether an open vote names each voter once, and comes to the count.</summary>
    private static bool Tells(IReadOnlyList<CastVote> each, VoteCount votes, IReadOnlyList<long> voters) =>
        each.Select(v => v.PersonId).Order().SequenceEqual(voters.Order())
        && (each.Count(v => v.Choice == VoteChoice.For), each.Count(v => v.Choice == VoteChoice.Against)) == (votes.For, votes.Against);

    private static IEnumerable<Refusal> RemarkFaults(Settlement settlement, Participants taking)
    {
        for (var i = 0; i < settlement.Dissents.Count; i++)
        {
            string[] at = ["dissents", $"{i}", "personId"];
            if (!taking.Has(settlement.Dissents[i].PersonId)) yield return new MeetingRemarkByAbsent { Path = at };
            else if (!taking.HasVoteOf(settlement.Dissents[i].PersonId)) yield return new MeetingDissentWithoutVote { Path = at };
        }

        for (var i = 0; i < settlement.Notes.Count; i++)
        {
            var note = settlement.Notes[i];
            if (!taking.Has(note.PersonId)) yield return new MeetingRemarkByAbsent { Path = ["notes", $"{i}", "personId"] };
            if (note.Text.IsBlank()) yield return new MeetingRemarkEmpty { Path = ["notes", $"{i}", "text"] };
        }
    }
}
