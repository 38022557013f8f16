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

public sealed record MeetingDayPassed(DateOnly HeldOn) : Refusal("MEETING_DAY_PASSED", new(
    $"Kallelsen gällde den {HeldOn:yyyy-MM-dd}. Sammanträdet kan öppnas högst {Meeting.LatestAfter} dagar senare; ställ in det och kalla till ett nytt.",
    $"The members were called for {HeldOn:yyyy-MM-dd}. The meeting can be opened at most {Meeting.LatestAfter} days later; cancel it and call a new one."));

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

public sealed record MeetingReferralBesideLine() : Refusal("MEETING_REFERRAL_BESIDE_LINE", new(
    "Ett organ som bereder överlämnar ett ärende till ett organ som det bereder för.", "A body that prepares hands a case to a body that it prepares for."));

public sealed record MeetingReferralElsewhere() : Refusal("MEETING_REFERRAL_ELSEWHERE", new(
    "Organet som ärendet överlämnas till hör till en annan kommun.", "The body to which the item is referred belongs to another municipality."));

public sealed record MeetingMoneyUnfit() : Refusal("MEETING_MONEY_UNFIT", new(
    "Belopp och villkor anges när ett beslutande organ avgör en ansökan eller lämnar över den med förslag. I andra ärenden skrivs de in i beslutet.",
    "Amounts and conditions are given when a deciding body settles an application or refers it with a proposal. In other items they are written into what was decided."));

public sealed record MeetingOutcomeUnfit() : Refusal("MEETING_OUTCOME_UNFIT", new(
    "Utfallet passar inte ett sådant ärende.", "The outcome does not fit such an item."));

public sealed record MeetingNobodyPresides() : Refusal("MEETING_NOBODY_PRESIDES", new(
    "Varken ordföranden eller en vice ordförande deltar i ärendet. Låt organet välja någon som leder sammanträdet.",
    "Neither the chair nor a vice chair takes part in the item. Have the body elect somebody to preside."));

public sealed record MeetingPresided() : Refusal("MEETING_PRESIDED", new(
    "Ordföranden eller en vice ordförande deltar och leder sammanträdet.", "The chair or a vice chair takes part and presides."));

public sealed record MeetingPresidingInvalid() : Refusal("MEETING_PRESIDING_INVALID", new(
    "Den som väljs att leda sammanträdet ska vara närvarande och ha rösträtt.", "Whoever is elected to preside must be present and have a vote."));

public sealed record MeetingNoQuorum(int Voting, int Quorum) : Refusal("MEETING_NO_QUORUM", new(
    $"Organet är inte beslutfört i ärendet: {Voting} röstberättigade utan jäv är närvarande, {Quorum} krävs.",
    $"There is no quorum for the item: {Voting} voting members without a conflict are present, {Quorum} are needed."));
