using Fond.Domain.Common;

namespace Fond.Api.Scenarios;

/// <summary>The clock on the wall, set to the day on which a story begins and put forward where it says that days go by.</summary>
internal sealed class StoryTime(DateOnly? begins = null) : TimeProvider
{
    private TimeSpan _ahead = begins is { } day ? TimeSpan.FromDays(day.DayNumber - MunicipalTime.Today(System.GetUtcNow()).DayNumber) : TimeSpan.Zero;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Pass(int days) => _ahead += TimeSpan.FromDays(days);
}
