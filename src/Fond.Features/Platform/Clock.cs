using Fond.Domain.Common;

namespace Fond.Features.Platform;

/// <summary>The only source of time: an instant, and the day in the municipality (Europe/Stockholm).</summary>
internal sealed class Clock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => MunicipalTime.Today(Now);
}
