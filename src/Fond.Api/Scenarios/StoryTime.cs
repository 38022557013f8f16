namespace Fond.Api.Scenarios;

/// <summary>The clock on the wall, put forward where a story says that days go by.</summary>
internal sealed class StoryTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Pass(int days) => _ahead += TimeSpan.FromDays(days);
}
