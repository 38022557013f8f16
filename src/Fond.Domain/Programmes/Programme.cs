using Fond.Domain.Common;

namespace Fond.Domain.Programmes;

/// <summary>A municipality's programme for social sustainability, or the national public health goals.</summary>
public sealed class Programme : Aggregate
{
    private readonly List<PriorityArea> _areas = [];

    private Programme() { }

    /// <param name="code">Short and stable, unique among programmes.</param>
    public Programme(string code, string municipality, ProgrammeKind kind, ProgrammeText text)
    {
        (Code, Municipality, Kind) = (code, municipality, kind);
        Rewrite(text);
    }

    public string Code { get; private set; } = "";

    public string Municipality { get; private set; } = "";

    public ProgrammeKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public IReadOnlyList<PriorityArea> Areas => _areas;

    public IReadOnlyList<string> TargetGroups { get; private set; } = [];

    public IReadOnlyList<string> Arenas { get; private set; } = [];

    public IReadOnlyList<string> Principles { get; private set; } = [];

    public IReadOnlyList<SteeringDocument> SteeringDocuments { get; private set; } = [];

    /// <summary>Replaces the text. Goals are told apart by code and stay the same objects, so that what links to them stays linked; a goal that an application may serve is never taken away.</summary>
    public void Rewrite(ProgrammeText text)
    {
        Refuse.WhenAny(text.Faults(_areas.SelectMany(a => a.Goals).Select(g => g.Code)));
        (Title, From, To) = (text.Title, text.From, text.To);
        (TargetGroups, Arenas, Principles, SteeringDocuments) = (text.TargetGroups, text.Arenas, text.Principles, text.SteeringDocuments);
        foreach (var area in text.Areas)
        {
            if (_areas.Find(a => a.Name == area.Name) is not { } known) _areas.Add(known = new PriorityArea(area.Name));
            foreach (var goal in area.Goals) known.Put(goal, _areas.Find(a => a.Goals.Any(g => g.Code == goal.Code)));
        }
    }
}

public enum ProgrammeKind
{
    /// <summary>Decided by the municipality.</summary>
    Municipal,

    /// <summary>Decided for the whole country.</summary>
    National,
}

/// <summary>What becomes of an older steering document under the programme.</summary>
public enum DocumentFate
{
    /// <summary>Worked into the programme or its plan (arbetas in).</summary>
    WorkIn,

    /// <summary>Brought up to date (aktualiseras).</summary>
    Update,

    /// <summary>Ended (avslutas).</summary>
    End,

    /// <summary>Stays as it is.</summary>
    Keep,
}

/// <summary>A steering document that touches the programme (styrdokument).</summary>
public sealed record SteeringDocument(string Title, DocumentFate Fate);

/// <summary>A prioritised area (prioriterat område, fokusområde, målområde).</summary>
public sealed class PriorityArea : Entity
{
    private readonly List<Goal> _goals = [];

    private PriorityArea() { }

    internal PriorityArea(string name) => Name = name;

    public string Name { get; private set; } = "";

    public IReadOnlyList<Goal> Goals => _goals;

    /// <param name="at">The area that has the goal, which moves here; null: it is new.</param>
    internal void Put(GoalText goal, PriorityArea? at)
    {
        if (at?._goals.Find(g => g.Code == goal.Code) is not { } known) _goals.Add(new Goal(goal.Code, goal.Title));
        else
        {
            known.Retitle(goal.Title);
            if (at == this) return;
            at._goals.Remove(known);
            _goals.Add(known);
        }
    }
}

/// <summary>A goal that applications say they serve.</summary>
public sealed class Goal : Entity
{
    private Goal() { }

    internal Goal(string code, string title) => (Code, Title) = (code, title);

    /// <summary>Unique among all goals.</summary>
    public string Code { get; private set; } = "";

    public string Title { get; private set; } = "";

    internal void Retitle(string title) => Title = title;
}
