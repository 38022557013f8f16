using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>A measurement plan as it was set once. The first is what was planned before anything was measured; each change after that is another, and none is lost.</summary>
public sealed class PlanVersion : Entity
{
    public const int LongestReason = 1_000;

    private PlanVersion() { }

    /// <param name="byId">Who set it; null for a plan that is older than its versions.</param>
    /// <param name="reason">Why it was changed; null for the first.</param>
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

    public string? Reason { get; private set; }

    public PlanContent Content { get; private set; } = null!;

    /// <summary>While nothing is measured.</summary>
    public void Rewrite(PlanContent content, long byId, DateTimeOffset at) => (Content, ById, At) = (content, byId, at);
}
