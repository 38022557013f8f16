using Fond.Domain.Common;

namespace Fond.Domain.Governance;

public sealed record BodyNameMissing() : Refusal("BODY_NAME_MISSING", new(
    "Organet måste ha ett namn.", "The body must have a name."));

public sealed record BodyMunicipalityMissing() : Refusal("BODY_MUNICIPALITY_MISSING", new(
    "Ange vilken kommun organet hör till.", "Say which municipality the body belongs to."));

public sealed record BodyQuorumNotPositive(int Quorum) : Refusal("BODY_QUORUM_NOT_POSITIVE", new(
    $"Mellan 1 och 500 ledamöter måste vara närvarande för beslut; {Quorum} går inte.",
    $"Between 1 and 500 members must be present for a decision; {Quorum} will not do."));

public sealed record BodyKindFixed(BodyKind Kind) : Refusal("BODY_KIND_FIXED", new(
    $"Organets slag ({Terms.Of(Kind).Sv}) kan inte ändras. Lägg upp ett nytt organ i stället.",
    $"The kind of the body ({Terms.Of(Kind).En}) cannot be changed. Register a new body instead."));

public sealed record BodyOfOtherMunicipality() : Refusal("BODY_OF_OTHER_MUNICIPALITY", new(
    "Ett organ bereder bara för organ i sin egen kommun.", "A body prepares only for bodies of its own municipality."));

public sealed record BodyBelowItself() : Refusal("BODY_BELOW_ITSELF", new(
    "Organet kan inte vara underställt sig självt.", "The body cannot be placed below itself."));

public sealed record BodyChairTaken(string Function, DateOnly From, DateOnly? To) : Refusal("BODY_CHAIR_TAKEN", new(
    $"Organet har redan en ordförande under den tiden ({Function}, {From:yyyy-MM-dd} {(To is { } day ? $"till {day:yyyy-MM-dd}" : "tills vidare")}).",
    $"The body already has a chair in that time ({Function}, {From:yyyy-MM-dd} until {(To is { } last ? $"{last:yyyy-MM-dd}" : "further notice")})."));

public sealed record BodyViceChairTaken(string Function, DateOnly From, DateOnly? To) : Refusal("BODY_VICE_CHAIR_TAKEN", new(
    $"Organet har redan en sådan vice ordförande under den tiden ({Function}, {From:yyyy-MM-dd} {(To is { } day ? $"till {day:yyyy-MM-dd}" : "tills vidare")}).",
    $"The body already has such a vice chair in that time ({Function}, {From:yyyy-MM-dd} until {(To is { } last ? $"{last:yyyy-MM-dd}" : "further notice")})."));

public sealed record BodyAreaMissing() : Refusal("BODY_AREA_MISSING", new(
    "Ange det upptagningsområde som rådet är till för.", "Give the catchment area that the council is for."));

public sealed record BodyAreaNotAllowed(BodyKind Kind) : Refusal("BODY_AREA_NOT_ALLOWED", new(
    $"Bara råd har ett upptagningsområde, inte {Terms.Of(Kind).Sv}.", $"Only councils have a catchment area, not a body of this kind ({Terms.Of(Kind).En})."));

public sealed record MembershipFunctionMissing() : Refusal("MEMBERSHIP_FUNCTION_MISSING", new(
    "Ange den funktion som platsen hör till.", "Say which function the seat goes with."));

public sealed record MembershipDatesReversed(DateOnly From, DateOnly To) : Refusal("MEMBERSHIP_DATES_REVERSED", new(
    $"Sista dagen {To:yyyy-MM-dd} ligger före första dagen {From:yyyy-MM-dd}.",
    $"The last day {To:yyyy-MM-dd} is before the first day {From:yyyy-MM-dd}."));

public sealed record MembershipOverlaps(DateOnly From, DateOnly? To) : Refusal("MEMBERSHIP_OVERLAPS", new(
    $"Personen har redan en plats i organet under den tiden (från {From:yyyy-MM-dd}). Avsluta den först.",
    $"The person already has a seat in the body in that time (from {From:yyyy-MM-dd}). End that one first."));

public sealed record MembershipAlreadyEnds(DateOnly To) : Refusal("MEMBERSHIP_ALREADY_ENDS", new(
    $"Uppdraget slutar redan {To:yyyy-MM-dd}. Slutdagen kan bara flyttas till en tidigare dag, och bara innan den nuvarande slutdagen har passerat.",
    $"The membership already ends on {To:yyyy-MM-dd}. An end can only be moved to an earlier day, and only before it has passed."));

public sealed record MembershipVoteUnfit() : Refusal("MEMBERSHIP_VOTE_UNFIT", new(
    "Rösträtten följer av rollen. Bara för en sekreterare i ett organ som inte är folkvalt kan den anges särskilt.",
    "The vote goes with the role. Only for the secretary of a body that is not elected can it be given by itself."));
