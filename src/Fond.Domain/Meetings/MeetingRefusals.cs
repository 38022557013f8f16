using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

public sealed record MeetingWrongState(MeetingState State) : Refusal("MEETING_WRONG_STATE", new(
    $"Det går inte nu: {Swedish(State)}.", $"That cannot be done now: {English(State)}."))
{
    private static string Swedish(MeetingState state) => state switch
    {
        MeetingState.Draft => "kallelsen är inte skickad",
        MeetingState.Called => "kallelsen är skickad och sammanträdet är inte öppnat",
        MeetingState.InSession => "sammanträdet pågår",
        MeetingState.Closed => "sammanträdet är avslutat",
        MeetingState.Cancelled => "sammanträdet är inställt",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string English(MeetingState state) => state switch
    {
        MeetingState.Draft => "the members have not been called",
        MeetingState.Called => "the members have been called and the meeting has not been opened",
        MeetingState.InSession => "the meeting is in session",
        MeetingState.Closed => "the meeting is closed",
        MeetingState.Cancelled => "the meeting is cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

public sealed record MeetingPlaceInvalid(int Longest) : Refusal("MEETING_PLACE_INVALID", new(
    $"Ange platsen på en rad, med högst {Longest} tecken.", $"Give the place on one line, with at most {Longest} characters."));

public sealed record MeetingItemTitleInvalid(int Longest) : Refusal("MEETING_ITEM_TITLE_INVALID", new(
    $"Ärendet måste ha en rubrik på en rad, med högst {Longest} tecken.", $"The item must have a title on one line, with at most {Longest} characters."));

public sealed record MeetingItemsTooMany(int Most) : Refusal("MEETING_ITEMS_TOO_MANY", new(
    $"Föredragningslistan rymmer högst {Most} ärenden.", $"The agenda holds at most {Most} items."));

public sealed record MeetingCaseTwice() : Refusal("MEETING_CASE_TWICE", new(
    "Ansökan står redan på föredragningslistan.", "The application is already on the agenda."));

public sealed record MeetingDocumentTwice() : Refusal("MEETING_DOCUMENT_TWICE", new(
    "Samma handling är angiven två gånger.", "The same document is listed twice."));

public sealed record MeetingAgendaEmpty() : Refusal("MEETING_AGENDA_EMPTY", new(
    "Föredragningslistan är tom. Lägg till minst ett ärende innan kallelsen skickas.", "The agenda is empty. Add at least one item before the members are called."));

public sealed record MeetingStartPast(DateTimeOffset StartsAt) : Refusal("MEETING_START_PAST", new(
    $"Sammanträdet skulle ha börjat {MunicipalTime.Show(StartsAt)}. Ändra tiden innan kallelsen skickas.",
    $"The meeting should have begun at {MunicipalTime.Show(StartsAt)}. Change the time before the members are called."));

public sealed record MeetingNotYet(DateOnly HeldOn) : Refusal("MEETING_NOT_YET", new(
    $"Sammanträdet kan öppnas först den {HeldOn:yyyy-MM-dd}.", $"The meeting cannot be opened before {HeldOn:yyyy-MM-dd}."));

public sealed record MeetingAttendantTwice() : Refusal("MEETING_ATTENDANT_TWICE", new(
    "Personen är upptagen två gånger i närvarolistan.", "The person is listed twice in the attendance."));

public sealed record MeetingAttendantNotMember(DateOnly Day) : Refusal("MEETING_ATTENDANT_NOT_MEMBER", new(
    $"Personen har ingen plats i organet den {Day:yyyy-MM-dd}.", $"The person has no seat in the body on {Day:yyyy-MM-dd}."));

public sealed record MeetingAttendanceReversed() : Refusal("MEETING_ATTENDANCE_REVERSED", new(
    "Personen kan inte ha gått före det första ärendet som hon eller han deltog i.", "The person cannot have left before the first item that they took part in."));

public sealed record MeetingSubstituteInvalid() : Refusal("MEETING_SUBSTITUTE_INVALID", new(
    "En ersättare som är närvarande kan tjänstgöra för en frånvarande ledamot som ingen annan tjänstgör för.",
    "A substitute who is present can serve for one absent member for whom nobody else serves."));

public sealed record MeetingRecusalGroundMissing() : Refusal("MEETING_RECUSAL_GROUND_MISSING", new(
    "Ange skälet till jävet.", "Give the ground of the conflict of interest."));

public sealed record MeetingAlreadyRecused() : Refusal("MEETING_ALREADY_RECUSED", new(
    "Personen är redan antecknad som jävig i ärendet.", "The person is already recorded as having a conflict of interest in the item."));

public sealed record MeetingItemSettled(int Paragraph) : Refusal("MEETING_ITEM_SETTLED", new(
    $"Ärendet är redan avgjort (§ {Paragraph}).", $"The item has already been settled (§ {Paragraph})."));

public sealed record MeetingItemsOpen(string Numbers) : Refusal("MEETING_ITEMS_OPEN", new(
    $"Ange utfallet av varje ärende innan sammanträdet avslutas. Det saknas för nummer {Numbers}.",
    $"Record what became of each item before the meeting is closed. It is missing for number {Numbers}."));

public sealed record MeetingRulingMissing() : Refusal("MEETING_RULING_MISSING", new(
    "Ange beslutet och skälen för det.", "Give the decision and its reasons."));

public sealed record MeetingMissingMissing() : Refusal("MEETING_MISSING_MISSING", new(
    "Ange vad som saknas när ett ärende återremitteras.", "Say what is missing when an item is referred back."));

public sealed record MeetingReferralInvalid() : Refusal("MEETING_REFERRAL_INVALID", new(
    "Ange vilket organ ärendet överlämnas till, och bara när det överlämnas.", "Name the body to which the item is referred, and only when it is referred."));

public sealed record MeetingOutcomeUnfit() : Refusal("MEETING_OUTCOME_UNFIT", new(
    "Utfallet passar inte ett sådant ärende.", "The outcome does not fit such an item."));

public sealed record MeetingNoQuorum(int Voting, int Quorum) : Refusal("MEETING_NO_QUORUM", new(
    $"Organet är inte beslutfört i ärendet: {Voting} röstberättigade utan jäv är närvarande, {Quorum} krävs.",
    $"There is no quorum for the item: {Voting} voting members without a conflict are present, {Quorum} are needed."));

public sealed record MeetingVotesMiscounted(int Voting) : Refusal("MEETING_VOTES_MISCOUNTED", new(
    $"Rösterna och de som avstår ska tillsammans vara {Voting}, lika många som de röstberättigade närvarande.",
    $"Votes and abstentions must together be {Voting}, as many as the voting members present."));

public sealed record MeetingVoteLost() : Refusal("MEETING_VOTE_LOST", new(
    "Fler har röstat mot än för. Ange det beslut som fick flest röster.", "More have voted against than for. Record the decision that had most votes."));

public sealed record MeetingCastingVoteInvalid() : Refusal("MEETING_CASTING_VOTE_INVALID", new(
    "Ordförandens utslagsröst avgör vid lika röstetal, och bara då.", "The chair's casting vote decides when the votes are even, and only then."));

public sealed record MeetingChairAbsent() : Refusal("MEETING_CHAIR_ABSENT", new(
    "Ordföranden deltar inte i ärendet och har ingen utslagsröst.", "The chair does not take part in the item and has no casting vote."));

public sealed record MeetingRemarkByAbsent() : Refusal("MEETING_REMARK_BY_ABSENT", new(
    "Bara den som har deltagit i ärendet kan reservera sig eller lämna en protokollsanteckning.",
    "Only somebody who took part in the item can dissent or have a note taken to the minutes."));

public sealed record MeetingRemarkEmpty() : Refusal("MEETING_REMARK_EMPTY", new(
    "Protokollsanteckningen är tom.", "The note to the minutes is empty."));
