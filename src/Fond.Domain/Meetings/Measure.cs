using Fond.Domain.Common;
using Fond.Domain.Governance;

namespace Fond.Domain.Meetings;

public enum OrderBudget
{
    /// <summary>Out of what the fund has granted to the case (tilldelad budget).</summary>
    Allotted,

    /// <summary>Out of the responsible administration's own (egen budget).</summary>
    Own,
}

/// <summary>Something that is ordered to carry a measure out (beställning).</summary>
public sealed record MeasureOrder(string Supplier, Money Amount, OrderBudget Budget);

/// <param name="Text">What is to be done.</param>
/// <param name="ResponsibleId">Who sits in the body.</param>
public sealed record MeasureDraft(string Text, long ResponsibleId, DateOnly DueOn, MeasureOrder? Order);

/// <summary>A measure that a body has decided on, and who sees to it: a line of its follow-up list (uppföljningslista).</summary>
public sealed class Measure : Aggregate
{
    /// <summary>Characters.</summary>
    public const int LongestText = 2_000;

    /// <summary>Characters.</summary>
    public const int LongestSupplier = 200;

    private Measure() { }

    /// <param name="item">Of the meeting, and settled.</param>
    /// <param name="left">What is left of the grant to the item's case; null when nothing has been granted to it.</param>
    public Measure(Meeting meeting, Body body, AgendaItem item, MeasureDraft draft, Money? left)
    {
        Refuse.When(!item.IsSettled, new MeasureItemUnsettled { Path = ["itemId"] });
        Refuse.WhenAny([.. Faults(draft, meeting, body), .. Faults(draft.Order, left)]);
        (BodyId, MeetingId, Paragraph, ApplicationId) = (body.Id, meeting.Id, item.Paragraph!.Value, item.ApplicationId);
        (Text, ResponsibleId, DueOn) = (draft.Text.Trim(), draft.ResponsibleId, draft.DueOn);
        Order = draft.Order is { } order ? order with { Supplier = order.Supplier.Trim() } : null;
    }

    public long BodyId { get; private set; }

    public long MeetingId { get; private set; }

    /// <summary>Of the minutes.</summary>
    public int Paragraph { get; private set; }

    public long? ApplicationId { get; private set; }

    public string Text { get; private set; } = "";

    public long ResponsibleId { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly DueOn { get; private set; }

    public MeasureOrder? Order { get; private set; }

    /// <summary>What has been done so far, as it was last told.</summary>
    public string Report { get; private set; } = "";

    /// <summary>Null: not done.</summary>
    public DateOnly? DoneOn { get; private set; }

    public bool IsOverdue(DateOnly today) => DoneOn is null && DueOn < today;

    /// <summary>Tells how far it has come.</summary>
    public void Tell(string report, bool done, DateOnly today)
    {
        Refuse.When(DoneOn is not null, new MeasureDone(DoneOn ?? default));
        Refuse.When(report.IsBlankOrLongerThan(LongestText), new MeasureTextInvalid { Path = ["report"] });
        (Report, DoneOn) = (report.Trim(), done ? today : null);
    }

    private static IEnumerable<Refusal> Faults(MeasureDraft draft, Meeting meeting, Body body)
    {
        if (draft.Text.IsBlankOrLongerThan(LongestText)) yield return new MeasureTextInvalid { Path = ["text"] };
        if (!body.MayAttend(draft.ResponsibleId, meeting.HeldOn)) yield return new MeasureResponsibleOutside { Path = ["responsibleId"] };
        if (draft.DueOn < meeting.HeldOn) yield return new MeasureDayTooEarly(meeting.HeldOn) { Path = ["dueOn"] };
    }

    private static IEnumerable<Refusal> Faults(MeasureOrder? order, Money? left)
    {
        if (order is null) yield break;
        if (order.Supplier.IsBlankOrLongerThan(LongestSupplier)) yield return new MeasureSupplierInvalid { Path = ["order", "supplier"] };
        if (order.Amount <= Money.Zero) yield return new MeasureAmountInvalid { Path = ["order", "amount"] };
        if (order.Budget != OrderBudget.Allotted) yield break;
        if (left is null) yield return new MeasureNothingAllotted { Path = ["order", "budget"] };
        else if (order.Amount > left) yield return new MeasureAboveAllotted(left.Value) { Path = ["order", "amount"] };
    }
}

public sealed record MeasureItemUnsettled() : Refusal("MEASURE_ITEM_UNSETTLED", new(
    "Paragrafen är inte avgjord.", "The item has not been settled."));

public sealed record MeasureTextInvalid() : Refusal("MEASURE_TEXT_INVALID", new(
    $"Fyll i texten, med högst {Measure.LongestText} tecken.", $"Fill in the text, with at most {Measure.LongestText} characters."));

public sealed record MeasureResponsibleOutside() : Refusal("MEASURE_RESPONSIBLE_OUTSIDE", new(
    "Den ansvariga ska ha ett uppdrag i organet.", "The responsible person must have a seat in the body."));

public sealed record MeasureDayTooEarly(DateOnly First) : Refusal("MEASURE_DAY_TOO_EARLY", new(
    $"Dagen kan tidigast vara {First:yyyy-MM-dd}.", $"The day can be {First:yyyy-MM-dd} at the earliest."));

public sealed record MeasureSupplierInvalid() : Refusal("MEASURE_SUPPLIER_INVALID", new(
    $"Ange av vem det beställs, med högst {Measure.LongestSupplier} tecken.", $"Say from whom it is ordered, with at most {Measure.LongestSupplier} characters."));

public sealed record MeasureAmountInvalid() : Refusal("MEASURE_AMOUNT_INVALID", new(
    "Beloppet ska vara större än noll.", "The amount must be above zero."));

public sealed record MeasureNothingAllotted() : Refusal("MEASURE_NOTHING_ALLOTTED", new(
    "Inga medel är beviljade i ärendet. Beställningen kan göras inom egen budget.", "Nothing has been granted in the case. The order can be made inside one's own budget."));

public sealed record MeasureAboveAllotted(Money Left) : Refusal("MEASURE_ABOVE_ALLOTTED", new(
    $"Av de beviljade medlen återstår {Left} att beställa för.", $"Of the grant, {Left} remains to order for."));

public sealed record MeasureDone(DateOnly On) : Refusal("MEASURE_DONE", new(
    $"Åtgärden rapporterades klar {On:yyyy-MM-dd}.", $"The measure was reported done on {On:yyyy-MM-dd}."));
