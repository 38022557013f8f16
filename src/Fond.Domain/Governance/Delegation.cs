using Fond.Domain.Common;

namespace Fond.Domain.Governance;

/// <summary>What a decision can be that is made on behalf of another body.</summary>
public enum DelegatedKind
{
    /// <summary>Grant money, in full or in part.</summary>
    Grant,

    /// <summary>Reject an application.</summary>
    Reject,
}

/// <summary>A line of the delegation table as it is entered.</summary>
/// <param name="Limit">The most that may be granted to one application, over all years; null for a rejection.</param>
/// <param name="To">The last day, included; null: until further notice.</param>
/// <param name="DecidedBy">The body that delegated.</param>
/// <param name="DecidedOn">The day of its decision.</param>
/// <param name="Paragraph">The paragraph of its minutes: "§ 12".</param>
public sealed record DelegationDetails(
    DelegatedKind Kind, Money? Limit, DateOnly From, DateOnly? To, string DecidedBy, DateOnly DecidedOn, string Paragraph);

/// <summary>A line of the delegation table (delegationsordning, kommunallagen 6 kap. 37 §): what its body may decide during some time, and by whose decision.</summary>
public sealed class Delegation : Entity
{
    private Delegation() { }

    internal Delegation(DelegationDetails details)
    {
        (Kind, Limit, From, To) = (details.Kind, details.Limit, details.From, details.To);
        (DecidedBy, DecidedOn, Paragraph) = (details.DecidedBy.Trim(), details.DecidedOn, details.Paragraph.Trim());
    }

    public DelegatedKind Kind { get; private set; }

    /// <summary>The most that may be granted to one application, over all years; null for a rejection.</summary>
    public Money? Limit { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day, included. Null: until further notice.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The body that delegated.</summary>
    public string DecidedBy { get; private set; } = "";

    public DateOnly DecidedOn { get; private set; }

    /// <summary>The paragraph of its minutes: "§ 12".</summary>
    public string Paragraph { get; private set; } = "";

    public bool HoldsOn(DateOnly day) => Validity.Covers(day);

    /// <summary>Whether so much may be granted, or nothing where it is about rejections.</summary>
    public bool Covers(Money total) => total <= (Limit ?? Money.Zero);

    internal Validity Validity => new(From, To);

    internal void End(DateOnly lastDay) => To = lastDay;
}
