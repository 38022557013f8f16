using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

public sealed record MeetingAttendantTwice() : Refusal("MEETING_ATTENDANT_TWICE", new(
    "Personen är upptagen två gånger i närvarolistan för samma tid.", "The person is listed twice in the attendance for the same time."));

public sealed record MeetingAttendanceTooLong(int Most) : Refusal("MEETING_ATTENDANCE_TOO_LONG", new(
    $"Närvarolistan rymmer högst {Most} rader.", $"The attendance holds at most {Most} entries."));

public sealed record MeetingAttendantNotMember(DateOnly Day) : Refusal("MEETING_ATTENDANT_NOT_MEMBER", new(
    $"Personen har ingen plats i organet den {Day:yyyy-MM-dd}.", $"The person has no seat in the body on {Day:yyyy-MM-dd}."));

public sealed record MeetingAttendanceReversed() : Refusal("MEETING_ATTENDANCE_REVERSED", new(
    "Personen kan inte ha gått före det första ärendet som hon eller han deltog i.", "The person cannot have left before the first item that they took part in."));

public sealed record MeetingSubstituteInvalid() : Refusal("MEETING_SUBSTITUTE_INVALID", new(
    "En ersättare som är närvarande kan tjänstgöra för en ledamot som är frånvarande eller jävig och som ingen annan tjänstgör för.",
    "A substitute who is present can serve for one member who is absent or has a conflict of interest, and for whom nobody else serves."));

public sealed record MeetingSeatInvalid() : Refusal("MEETING_SEAT_INVALID", new(
    "En ersättare som är närvarande kan tjänstgöra på en plats med rösträtt som ingen innehar den dagen och som ingen annan tjänstgör på.",
    "A substitute who is present can serve in one voting seat that nobody holds that day, and in which nobody else serves."));

/// <param name="Item">Its number on the agenda.</param>
/// <param name="Paragraph">Null: not settled.</param>
public sealed record MeetingAttendanceContradicts(int Item, int? Paragraph) : Refusal("MEETING_ATTENDANCE_CONTRADICTS", new(
    Paragraph is { } settled ? $"Listan stämmer inte med dem som deltog när ärende {Item} avgjordes (§ {settled}). Ange från och till vilket ärende var och en deltog."
        : $"Någon som har yrkat i ärende {Item} är inte antecknad som närvarande där.",
    Paragraph is { } number ? $"The list does not agree with who took part when item {Item} was settled (§ {number}). Say from and until which item each of them took part."
        : $"Somebody who has moved a proposal in item {Item} is not listed as present there."));

public sealed record MeetingRecusalGroundMissing() : Refusal("MEETING_RECUSAL_GROUND_MISSING", new(
    "Ange skälet till jävet.", "Give the ground of the conflict of interest."));

public sealed record MeetingAlreadyRecused() : Refusal("MEETING_ALREADY_RECUSED", new(
    "Personen är redan antecknad som jävig i ärendet.", "The person is already recorded as having a conflict of interest in the item."));
