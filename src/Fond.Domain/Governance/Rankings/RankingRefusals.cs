using Fond.Domain.Common;

namespace Fond.Domain.Governance.Rankings;

public sealed record RankingCasesOutOfRange(int Cases) : Refusal("RANKING_CASES_OUT_OF_RANGE", new(
    $"Utlysningen har {Cases} ansökningar som väntar på beslut; {Ranking.FewestCases} till {Ranking.MostCases} kan rangordnas.",
    $"The call has {Cases} applications that await a decision; {Ranking.FewestCases} to {Ranking.MostCases} can be ranked."));

public sealed record RankingAlreadyOpen() : Refusal("RANKING_ALREADY_OPEN", new(
    "Utlysningen rangordnas redan. Stäng eller avbryt den omröstningen först.", "The call is already being ranked. Close or cancel that vote first."));

public sealed record RankingAbsentNotMember() : Refusal("RANKING_ABSENT_NOT_MEMBER", new(
    "Personen har ingen egen röst i organet i dag.", "The person has no vote of their own in the body today."));

public sealed record RankingNotSubstitute() : Refusal("RANKING_NOT_SUBSTITUTE", new(
    "Personen är inte ersättare i organet i dag.", "The person is not a substitute in the body today."));

public sealed record RankingSubstitutesTooMany() : Refusal("RANKING_SUBSTITUTES_TOO_MANY", new(
    "Fler ersättare än ledamöter som saknas kan inte tjänstgöra.", "No more substitutes can serve than members are missing."));

public sealed record RankingNoQuorum(int Votes, int Quorum) : Refusal("RANKING_NO_QUORUM", new(
    $"Organet är inte beslutfört: {Votes} röster, {Quorum} krävs.", $"There is no quorum: {Votes} votes, {Quorum} are needed."));

public sealed record RankingNotVoter() : Refusal("RANKING_NOT_VOTER", new(
    "Du har ingen röst i den här rangordningen.", "You have no vote in this ranking."));

public sealed record BallotCaseUnknown() : Refusal("BALLOT_CASE_UNKNOWN", new(
    "Ansökan ingår inte i rangordningen.", "The application is not among those that are ranked."));

public sealed record BallotCaseRepeated() : Refusal("BALLOT_CASE_REPEATED", new(
    "Ansökan förekommer två gånger på röstsedeln.", "The application is on the ballot twice."));

public sealed record BallotCaseConflicted() : Refusal("BALLOT_CASE_CONFLICTED", new(
    "Du är jävig i ärendet och rangordnar inte den ansökan.", "You have a conflict of interest in the case and do not rank that application."));

public sealed record RankingOrderIncomplete(int Cases) : Refusal("RANKING_ORDER_INCOMPLETE", new(
    $"Ordningen ska ha var och en av de {Cases} ansökningarna en gång.", $"The order must have each of the {Cases} applications once."));

public sealed record RankingReasonMissing() : Refusal("RANKING_REASON_MISSING", new(
    "Ange skälet. En annan ordning än den gemensamma, eller ett avbrott, måste motiveras.",
    "Give the reason. Another order than the joint one, or an end without counting, must be explained."));

public sealed record RankingWrongState(RankingState State) : Refusal("RANKING_WRONG_STATE", new(
    $"Det går inte nu: {Swedish(State)}.", $"That cannot be done now: {English(State)}."))
{
    private static string Swedish(RankingState state) => state switch
    {
        RankingState.Open => "omröstningen pågår",
        RankingState.Closed => "omröstningen är stängd",
        RankingState.Settled => "ordningen är fastställd",
        RankingState.Cancelled => "omröstningen är avbruten",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string English(RankingState state) => state switch
    {
        RankingState.Open => "the vote is open",
        RankingState.Closed => "the vote is closed",
        RankingState.Settled => "the order is settled",
        RankingState.Cancelled => "the vote is cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
