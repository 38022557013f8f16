using Fond.Domain.Common;

namespace Fond.Domain.Governance;

public sealed record DelegationNotPossible(string Body, BodyKind Kind) : Refusal("DELEGATION_NOT_POSSIBLE", new(
    $"{Body} ({Terms.Of(Kind).Sv}) beslutar inte på delegation. Det gör bara styrgrupper.",
    $"{Body} ({Terms.Of(Kind).En}) does not decide by delegation. Only steering groups do."));

public sealed record DelegationLimitInvalid() : Refusal("DELEGATION_LIMIT_INVALID", new(
    "En delegation att bevilja bidrag ska ha en beloppsgräns över noll. En delegation att avslå ansökningar har ingen beloppsgräns.",
    "A delegation to grant must have a limit above zero. A delegation to reject has no limit."));

public sealed record DelegationBasisMissing() : Refusal("DELEGATION_BASIS_MISSING", new(
    "Ange det beslut som delegationen vilar på: organ, dag och paragraf.", "Give the decision that the delegation rests on: body, day and paragraph."));

public sealed record DelegationBeforeDecision(DateOnly From, DateOnly DecidedOn) : Refusal("DELEGATION_BEFORE_DECISION", new(
    $"Delegationen kan inte gälla från {From:yyyy-MM-dd}, eftersom den beslutades {DecidedOn:yyyy-MM-dd}.",
    $"The delegation cannot hold from {From:yyyy-MM-dd}, since it was decided on {DecidedOn:yyyy-MM-dd}."));

public sealed record DelegationDatesReversed(DateOnly From, DateOnly To) : Refusal("DELEGATION_DATES_REVERSED", new(
    $"Sista dagen {To:yyyy-MM-dd} ligger före första dagen {From:yyyy-MM-dd}.",
    $"The last day {To:yyyy-MM-dd} is before the first day {From:yyyy-MM-dd}."));

public sealed record DelegationOverlaps(DelegatedKind Kind, DateOnly From) : Refusal("DELEGATION_OVERLAPS", new(
    $"Organet har redan en delegation att {Terms.Of(Kind).Sv} under den tiden (från {From:yyyy-MM-dd}). Avsluta den först.",
    $"The body already has a delegation to {Terms.Of(Kind).En} in that time (from {From:yyyy-MM-dd}). End that one first."));

public sealed record DelegationAlreadyEnds(DateOnly To) : Refusal("DELEGATION_ALREADY_ENDS", new(
    $"Delegationen upphör redan {To:yyyy-MM-dd}. Slutdagen kan bara flyttas till en tidigare dag, och bara innan den nuvarande slutdagen har passerat.",
    $"The delegation already ends on {To:yyyy-MM-dd}. An end can only be moved to an earlier day, and only before it has passed."));
