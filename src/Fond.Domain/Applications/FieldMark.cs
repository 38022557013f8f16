using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>That one field of an application is marked as possibly secret, in every version. A mark that is lifted stays, with by whom and when.</summary>
public sealed class FieldMark : Entity
{
    private FieldMark() { }

    internal FieldMark(string field, SecrecyMark secrecy) => (Field, Secrecy) = (field, secrecy);

    /// <summary>By its path in the form: <c>targetGroup.area</c>.</summary>
    public string Field { get; private set; } = "";

    public SecrecyMark Secrecy { get; private set; } = null!;

    public long? LiftedById { get; private set; }

    /// <summary>Null: it holds.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    public bool Holds => LiftedAt is null;

    /// <summary>Whether it holds for something among those fields.</summary>
    public bool IsAmong(IReadOnlyCollection<string> told) => Holds && told.Any(field => ApplicationFields.Overlap(field, Field));

    internal void Lift(long by, DateTimeOffset now) => (LiftedById, LiftedAt) = (by, now);
}

/// <summary>What of the application is marked: the whole of what it says, or field by field.</summary>
public sealed partial class Application
{
    private readonly List<FieldMark> _fieldMarks = [];

    /// <summary>What it says is marked, in every version; null: not marked as a whole.</summary>
    public SecrecyMark? Secrecy { get; private set; }

    /// <summary>Marks of single fields, lifted ones included.</summary>
    public IReadOnlyList<FieldMark> FieldMarks => _fieldMarks;

    /// <summary>Marks all that it says; null lifts that mark, and those of single fields stay.</summary>
    public void Mark(SecrecyMark? secrecy) => Secrecy = secrecy;

    /// <summary>Marks one field, in the place of what mark it has.</summary>
    /// <param name="secrecy">Null: lifts its mark.</param>
    /// <exception cref="RefusedException"><see cref="ApplicationFieldUnknown"/>.</exception>
    public void Mark(string field, SecrecyMark? secrecy, long by, DateTimeOffset now)
    {
        Refuse.When(!ApplicationFields.Names.ContainsKey(field), new ApplicationFieldUnknown(field) { Path = ["field"] });
        _fieldMarks.Find(m => m.Holds && m.Field == field)?.Lift(by, now);
        if (secrecy is not null) _fieldMarks.Add(new FieldMark(field, secrecy));
    }

    /// <summary>By which mark a field may be secret: that of the whole, its own, or that of a part of it or of what it is a part of; null: none.</summary>
    public SecrecyMark? MarkOf(string field) => Secrecy ?? MarkedFields([field]).FirstOrDefault()?.Secrecy;

    /// <summary>By which mark what the case is called after may be secret: its title or its applicant.</summary>
    public SecrecyMark? NameMark() => MarkOf(ApplicationFields.Title) ?? MarkOf(ApplicationFields.Organisation);

    /// <summary>Marks of single fields that hold, among those fields that are told.</summary>
    public IEnumerable<FieldMark> MarkedFields(IReadOnlyCollection<string> told) => _fieldMarks.Where(m => m.IsAmong(told));
}
