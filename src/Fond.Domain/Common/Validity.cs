namespace Fond.Domain.Common;

/// <summary>Days from and to, both included.</summary>
/// <param name="To">Null: until further notice.</param>
public sealed record Validity(DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);
}
