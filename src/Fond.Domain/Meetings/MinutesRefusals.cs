using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

public sealed record MinutesWrongState(MinutesState State) : Refusal("MINUTES_WRONG_STATE", new(
    $"Det går inte nu: {Swedish(State)}.", $"That cannot be done now: {English(State)}."))
{
    private static string Swedish(MinutesState state) => state switch
    {
        MinutesState.Drafted => "protokollet är inte justerat",
        MinutesState.Approved => "protokollet är justerat och inte anslaget",
        MinutesState.Announced => "protokollet är justerat och anslaget",
        MinutesState.Final => "besluten har vunnit laga kraft",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string English(MinutesState state) => state switch
    {
        MinutesState.Drafted => "the minutes have not been approved",
        MinutesState.Approved => "the minutes have been approved and not announced",
        MinutesState.Announced => "the minutes have been approved and announced",
        MinutesState.Final => "the decisions are final and binding",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

public sealed record MinutesChairMissing() : Refusal("MINUTES_CHAIR_MISSING", new(
    "Varken ordföranden eller en vice ordförande är antecknad som närvarande, och ingen annan är vald att leda sammanträdet. Protokollet justeras av den som har lett det.",
    "Neither the chair nor a vice chair is recorded as present, and nobody else has been elected to preside. The minutes are approved by whoever presided."));

public sealed record MinutesApproverMissing() : Refusal("MINUTES_APPROVER_MISSING", new(
    "Ange minst en person som ska justera protokollet tillsammans med ordföranden.", "Name at least one person to approve the minutes together with the chair."));

public sealed record MinutesApproverInvalid() : Refusal("MINUTES_APPROVER_INVALID", new(
    "Protokollet justeras av ordföranden och av andra närvarande som har rösträtt, var och en angiven en gång.",
    "The minutes are approved by the chair and by others present who have a vote, each named once."));

public sealed record MinutesNotApprover() : Refusal("MINUTES_NOT_APPROVER", new(
    "Du är inte utsedd att justera protokollet.", "You have not been chosen to approve the minutes."));

public sealed record MinutesAlreadyApproved() : Refusal("MINUTES_ALREADY_APPROVED", new(
    "Du har redan justerat protokollet.", "You have already approved the minutes."));

public sealed record MinutesPlaceMissing() : Refusal("MINUTES_PLACE_MISSING", new(
    "Ange var protokollet finns tillgängligt.", "Say where the minutes can be read."));
