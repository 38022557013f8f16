namespace Fond.Domain.Common;

/// <summary>Days from and to, both included.</summary>
/// <param name="To">Null: until further notice.</param>
public sealed record Validity(DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);

    /// <summary>Whether any day belongs to both.</summary>
    public bool Overlaps(Validity other) => (other.To is null || From <= other.To) && (To is null || other.From <= To);
}
