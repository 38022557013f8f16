using Fond.Domain.Common;

namespace Fond.Domain.Projects;

/// <summary>A step on the way (etappmål), and when it was reached.</summary>
public sealed class ProjectMilestone : Entity
{
    private ProjectMilestone() { }

    internal ProjectMilestone(PlannedMilestone planned) => (Name, From, DueOn) = (planned.Name, planned.From, planned.DueOn);

    public string Name { get; private set; } = "";

    /// <summary>The first day, where it is a period.</summary>
    public DateOnly? From { get; private set; }

    public DateOnly DueOn { get; private set; }

    public DateOnly? ReachedOn { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>Whether its day has passed without its being reached.</summary>
    public bool IsLateOn(DateOnly today) => ReachedOn is null && today > DueOn;

    internal void Reach(DateOnly on, string note)
    {
        Refuse.When(ReachedOn is not null, new ProjectMilestoneReached(Name) { Path = ["milestoneId"] });
        (ReachedOn, Note) = (on, note.Trim());
    }
}
