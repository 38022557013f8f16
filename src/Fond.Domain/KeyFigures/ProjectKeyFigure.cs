using Fond.Domain.Common;
using Fond.Domain.Projects;

namespace Fond.Domain.KeyFigures;

/// <summary>That a project names a key figure, in an area, as its background.</summary>
public sealed class ProjectKeyFigure : Aggregate
{
    /// <summary>Characters.</summary>
    public const int LongestReason = 500;

    private ProjectKeyFigure() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public ProjectKeyFigure(Project project, KeyFigure figure, KeyFigureArea area, string reason, long namedById, DateTimeOffset now)
    {
        project.DemandNotCalledOff();
        Refuse.WhenAny(Faults(project, figure, area, reason));
        (ProjectId, KeyFigureId, AreaId, Reason, NamedById, NamedAt) = (project.Id, figure.Id, area.Id, reason.Trim(), namedById, now);
    }

    public long ProjectId { get; private set; }

    public long KeyFigureId { get; private set; }

    public long AreaId { get; private set; }

    /// <summary>Why it is of account here.</summary>
    public string Reason { get; private set; } = "";

    public long NamedById { get; private set; }

    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>When it was taken back; null: it is named.</summary>
    public DateTimeOffset? DroppedAt { get; private set; }

    public void Drop(DateTimeOffset now) => DroppedAt ??= now;

    private static IEnumerable<Refusal> Faults(Project project, KeyFigure figure, KeyFigureArea area, string reason)
    {
        if (figure.FundId != project.FundId) yield return new KeyFigureOfAnotherFund { Path = ["keyFigureId"] };
        if (area.FundId != project.FundId) yield return new KeyFigureOfAnotherFund { Path = ["areaId"] };
        if (reason.IsBlankOrLongerThan(LongestReason)) yield return new KeyFigureTextInvalid(LongestReason) { Path = ["reason"] };
    }
}

public sealed record KeyFigureOfAnotherFund() : Refusal("KEY_FIGURE_OF_ANOTHER_FUND", new(
    "Nyckeltalet eller området hör till en annan fond än projektet.", "The key figure or the area belongs to another fund than the project."));

public sealed record KeyFigureNamedAlready() : Refusal("KEY_FIGURE_NAMED_ALREADY", new(
    "Projektet har redan nyckeltalet i det området som bakgrund.", "The project already has the key figure in that area as its background."));
