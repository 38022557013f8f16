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
/// <param name="Administration">The administration that pays for it out of its own budget; null where the grant does.</param>
public sealed record MeasureOrder(string Supplier, Money Amount, OrderBudget Budget, string? Administration = null)
{
    internal MeasureOrder Trimmed() => this with { Supplier = Supplier.Trim(), Administration = Administration?.Trim() };
}

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
        Refuse.When(item.Outcome is ItemOutcome.Dropped or ItemOutcome.Rejected, new MeasureItemNotApproved { Path = ["itemId"] });
        Refuse.WhenAny([.. Faults(draft, meeting, body), .. Faults(draft.Order, left)]);
        (BodyId, MeetingId, Paragraph, ApplicationId) = (body.Id, meeting.Id, item.Paragraph!.Value, item.ApplicationId);
        (Text, ResponsibleId, DueOn) = (draft.Text.Trim(), draft.ResponsibleId, draft.DueOn);
        Order = draft.Order?.Trimmed();
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
        if (draft.Order is not null && !body.Kind.MayDecide()) yield return new MeasureBodyCannotOrder(body.Name, body.Kind) { Path = ["order"] };
        if (draft.DueOn < meeting.HeldOn) yield return new MeasureDayTooEarly(meeting.HeldOn) { Path = ["dueOn"] };
    }

    private static IEnumerable<Refusal> Faults(MeasureOrder? order, Money? left)
    {
        if (order is null) yield break;
        if (order.Supplier.IsBlankOrLongerThan(LongestSupplier)) yield return new MeasureSupplierInvalid { Path = ["order", "supplier"] };
        if (order.Amount <= Money.Zero) yield return new MeasureAmountInvalid { Path = ["order", "amount"] };
        if (order.Budget == OrderBudget.Own ? order.Administration.IsBlank() || order.Administration?.Length > LongestSupplier : order.Administration is not null)
            yield return new MeasureAdministrationInvalid { Path = ["order", "administration"] };
        if (order.Budget != OrderBudget.Allotted) yield break;
        if (left is null) yield return new MeasureNothingAllotted { Path = ["order", "budget"] };
        else if (order.Amount > left) yield return new MeasureAboveAllotted(left.Value) { Path = ["order", "amount"] };
    }
}
