using Fond.Domain.Common;

namespace Fond.Domain.Registry;

/// <summary>
/// A document as the registry has it (aktbilaga). Nothing of the entry is ever changed or taken away: a correction is an entry of its own that refers to the
/// first. Only the secrecy mark may be put on and taken off.
/// </summary>
public abstract class RegistryEntry : Aggregate
{
    /// <summary>1, 2, 3 ... in the case, without a gap.</summary>
    public int Number { get; private set; }

    public DocumentKind Kind { get; private set; }

    public DocumentDirection Direction { get; private set; }

    /// <summary>The day in Sweden that it came in, was drawn up or went out.</summary>
    public DateOnly On { get; private set; }

    /// <summary>From whom it came or to whom it went; null for what was drawn up.</summary>
    public string? Correspondent { get; private set; }

    /// <summary>The sender or recipient is a private person, whose name is kept out of the public register.</summary>
    public bool IsPrivate { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>The number of the entry that this one corrects.</summary>
    public int? Corrects { get; private set; }

    /// <summary>The key of what it is, by its kind.</summary>
    public long? TargetId { get; private set; }

    /// <summary>Null: Fond itself.</summary>
    public long? RegisteredById { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>Whether it is a file, or a paper that an officer registered; a statement or an agreement that Fond registered lies in fields of the case.</summary>
    public bool IsFile => DocumentKinds.Named.Contains(Kind) || RegisteredById is not null;

    /// <summary>Null: not marked.</summary>
    public SecrecyMark? Secrecy { get; private protected set; }

    public void Mark(SecrecyMark? secrecy) => Secrecy = secrecy;

    /// <param name="byHand">What is registered by hand in such a case.</param>
    private protected void Enter(int last, DocumentEntry entry, IReadOnlyList<DocumentKind> byHand, long? targetId, long? by, DateTimeOffset now)
    {
        var today = MunicipalTime.Today(now);
        Refuse.When(by is not null && !byHand.Contains(entry.Kind), new DocumentKindAutomatic { Path = ["kind"] });
        Refuse.WhenAny(entry.Faults(last, today));
        (Number, Kind, Direction, On) = (last + 1, entry.Kind, entry.Direction, entry.On ?? today);
        (Correspondent, IsPrivate, Subject, Corrects, Secrecy) = (entry.Correspondent?.Trim(), entry.IsPrivate, entry.Subject.Trim(), entry.Corrects, entry.Secrecy);
        (TargetId, RegisteredById, RegisteredAt) = (targetId, by, now);
    }
}
