using Fond.Domain.Common;

namespace Fond.Domain.Tests.Governance;

/// <summary>Expects a refusal of one kind, with or without others beside it.</summary>
internal static class Refused
{
    /// <summary>Exactly this one refusal.</summary>
    public static T By<T>(Action action) where T : Refusal =>
        Assert.IsType<T>(Assert.Single(Assert.Throws<RefusedException>(action).Refusals));

    public static IReadOnlyList<Refusal> ByAll(Action action) => Assert.Throws<RefusedException>(action).Refusals;
}

internal static class Given
{
    public static T WithId<T>(this T entity, long id) where T : Entity
    {
        typeof(Entity).GetProperty(nameof(Entity.Id))!.SetValue(entity, id);
        return entity;
    }

    public static YearAmount Kronor(int year, long kronor) => new(year, Money.Kronor(kronor));

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static readonly DateTimeOffset Now = new(2021, 12, 9, 8, 0, 0, TimeSpan.Zero);
}
