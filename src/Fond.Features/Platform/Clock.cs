using Fond.Domain.Common;

namespace Fond.Features.Platform;

/// <summary>The only source of time: an instant, and the day in the municipality (Europe/Stockholm).</summary>
internal sealed class Clock(TimeProvider time)
{
    /// <summary>In whole microseconds: PostgreSQL keeps no finer, and what the trail has hashed must read the same again.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    public DateOnly Today => MunicipalTime.Today(Now);
}
