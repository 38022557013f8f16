using System.Text.Json;
using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>A measurement plan as it was set once; each change is another, and none is lost.</summary>
public sealed class PlanVersion : Entity
{
    public const int LongestReason = 1_000;

    private PlanVersion() { }

    /// <param name="byId">Who set it; null for a plan that is older than its versions.</param>
    /// <param name="reason">Why it was changed; null while nothing is measured.</param>
    public PlanVersion(long planId, int number, PlanContent content, long? byId, DateTimeOffset at, string? reason = null)
    {
        Refuse.When(reason?.Length > LongestReason, new PlanFieldInvalid(LongestReason) { Path = ["reason"] });
        (PlanId, Number, Content, ById, At, Reason) = (planId, number, content, byId, at, reason?.Trim());
    }

    public long PlanId { get; private set; }

    /// <summary>1, 2, 3 ...</summary>
    public int Number { get; private set; }

    public long? ById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Why it was changed; null for what was set before anything was measured.</summary>
    public string? Reason { get; private set; }

    public PlanContent Content { get; private set; } = null!;

    /// <summary>Whether it is the plan as it is set now, so that no other version is needed.</summary>
    public bool Says(PlanContent content) => JsonSerializer.Serialize(Content) == JsonSerializer.Serialize(content);
}
