using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

public sealed record MeasureItemUnsettled() : Refusal("MEASURE_ITEM_UNSETTLED", new(
    "Paragrafen är inte avgjord.", "The item has not been settled."));

public sealed record MeasureItemNotApproved() : Refusal("MEASURE_ITEM_NOT_APPROVED", new(
    "Ärendet avslogs eller utgick. Det ger ingen åtgärd att utföra.", "The item was rejected or dropped. It leaves no measure to carry out."));

public sealed record MeasureBodyCannotOrder(string Body, BodyKind Kind) : Refusal("MEASURE_BODY_CANNOT_ORDER", new(
    $"{Body} ({Terms.Of(Kind).Sv}) är rådgivande och kan inte beställa något.", $"{Body} ({Terms.Of(Kind).En}) is advisory and cannot order anything."));

public sealed record MeasureTextInvalid() : Refusal("MEASURE_TEXT_INVALID", new(
    $"Fyll i texten, med högst {Measure.LongestText} tecken.", $"Fill in the text, with at most {Measure.LongestText} characters."));

public sealed record MeasureResponsibleOutside() : Refusal("MEASURE_RESPONSIBLE_OUTSIDE", new(
    "Den ansvariga ska ha ett uppdrag i organet.", "The responsible person must have a seat in the body."));

public sealed record MeasureDayTooEarly(DateOnly First) : Refusal("MEASURE_DAY_TOO_EARLY", new(
    $"Dagen kan tidigast vara {First:yyyy-MM-dd}.", $"The day can be {First:yyyy-MM-dd} at the earliest."));

public sealed record MeasureSupplierInvalid() : Refusal("MEASURE_SUPPLIER_INVALID", new(
    $"Ange av vem det beställs, med högst {Measure.LongestSupplier} tecken.", $"Say from whom it is ordered, with at most {Measure.LongestSupplier} characters."));

public sealed record MeasureAdministrationInvalid() : Refusal("MEASURE_ADMINISTRATION_INVALID", new(
    $"Ange vilken förvaltning som betalar ur egen budget, med högst {Measure.LongestSupplier} tecken, och bara då.",
    $"Name the administration that pays out of its own budget, with at most {Measure.LongestSupplier} characters, and only then."));

public sealed record MeasureAmountInvalid() : Refusal("MEASURE_AMOUNT_INVALID", new(
    "Beloppet ska vara större än noll.", "The amount must be above zero."));

public sealed record MeasureNothingAllotted() : Refusal("MEASURE_NOTHING_ALLOTTED", new(
    "Inga medel är beviljade i ärendet. Beställningen kan göras inom egen budget.", "Nothing has been granted in the case. The order can be made inside one's own budget."));

public sealed record MeasureAboveAllotted(Money Left) : Refusal("MEASURE_ABOVE_ALLOTTED", new(
    $"Av de beviljade medlen återstår {Left} att beställa för.", $"Of the grant, {Left} remains to order for."));

public sealed record MeasureDone(DateOnly On) : Refusal("MEASURE_DONE", new(
    $"Åtgärden rapporterades klar {On:yyyy-MM-dd}.", $"The measure was reported done on {On:yyyy-MM-dd}."));
