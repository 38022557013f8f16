using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

public sealed record MeetingVotesMiscounted(int Voting) : Refusal("MEETING_VOTES_MISCOUNTED", new(
    $"Rösterna och de som avstår ska tillsammans vara {Voting}, lika många som de röstberättigade närvarande.",
    $"Votes and abstentions must together be {Voting}, as many as the voting members present."));

public sealed record MeetingVoteLost() : Refusal("MEETING_VOTE_LOST", new(
    "Fler har röstat mot än för. Ange det beslut som fick flest röster.", "More have voted against than for. Record the decision that had most votes."));

public sealed record MeetingCastingVoteInvalid() : Refusal("MEETING_CASTING_VOTE_INVALID", new(
    "Utslagsrösten, som den har som leder sammanträdet, avgör vid lika röstetal, och bara då.", "The casting vote of whoever presides decides when the votes are even, and only then."));

public sealed record MeetingCastingVoteAgainst() : Refusal("MEETING_CASTING_VOTE_AGAINST", new(
    "Den som ledde sammanträdet har utslagsröst och måste då ha röstat för beslutet.", "Whoever presided has the casting vote and must then have voted for the decision."));

public sealed record MeetingOpenVoteInvalid() : Refusal("MEETING_OPEN_VOTE_INVALID", new(
    "En öppen omröstning anger varje röstberättigad en gång och stämmer med antalet röster.", "An open vote names each voter once and agrees with the count."));

public sealed record MeetingProposalWithoutVote() : Refusal("MEETING_PROPOSAL_WITHOUT_VOTE", new(
    "Bara den som deltar i ärendet och har rösträtt kan yrka något.", "Only somebody who takes part in the item and has a vote can move a proposal."));

public sealed record MeetingProposalInvalid(int Longest) : Refusal("MEETING_PROPOSAL_INVALID", new(
    $"Ange yrkandet, med högst {Longest} tecken.", $"Give the proposal, with at most {Longest} characters."));

public sealed record MeetingProposalsTooMany(int Most) : Refusal("MEETING_PROPOSALS_TOO_MANY", new(
    $"Ett ärende rymmer högst {Most} yrkanden.", $"An item holds at most {Most} proposals."));

public sealed record MeetingRemarkByAbsent() : Refusal("MEETING_REMARK_BY_ABSENT", new(
    "Bara den som har deltagit i ärendet kan reservera sig eller lämna en protokollsanteckning.",
    "Only somebody who took part in the item can dissent or have a note taken to the minutes."));

public sealed record MeetingDissentWithoutVote() : Refusal("MEETING_DISSENT_WITHOUT_VOTE", new(
    "Bara den som har rösträtt i ärendet kan reservera sig. Andra som deltar kan lämna en protokollsanteckning.",
    "Only somebody who has a vote in the item can dissent. Others who take part can have a note taken to the minutes."));

public sealed record MeetingRemarkEmpty() : Refusal("MEETING_REMARK_EMPTY", new(
    "Protokollsanteckningen är tom.", "The note to the minutes is empty."));
