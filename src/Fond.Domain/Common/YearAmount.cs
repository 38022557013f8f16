namespace Fond.Domain.Common;

/// <summary>An amount for one calendar year.</summary>
public sealed record YearAmount(int Year, Money Amount);
