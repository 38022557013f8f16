using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Features.Platform.Audit;

namespace Fond.Features.Platform.Workflows;

/// <summary>Who has the ball in a case, and until when.</summary>
internal sealed class WorkItem : Aggregate, IUnaudited
{
    private WorkItem() { }

    public WorkItem(long instanceId, long applicationId, long fundId, Role role, Text title, DateOnly? dueOn, DateTimeOffset now) =>
        (InstanceId, ApplicationId, FundId, Role, Title, DueOn, OpenedAt) = (instanceId, applicationId, fundId, role, title, dueOn, now);

    public long InstanceId { get; private set; }

    public long ApplicationId { get; private set; }

    public long FundId { get; private set; }

    public Role Role { get; private set; }

    public Text Title { get; private set; } = new("", "");

    /// <summary>The last day.</summary>
    public DateOnly? DueOn { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public void Move(DateOnly? dueOn) => DueOn = dueOn;

    public void Done(DateTimeOffset now) => DoneAt = now;
}
