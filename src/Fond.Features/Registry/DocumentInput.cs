using Fond.Domain.Registry;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry;

/// <summary>What is registered by hand, in whichever case.</summary>
internal abstract record DocumentInput : MutationInput
{
    /// <summary>A letter, a note, a statement, an agreement or something else; in a matter also what is decided on it. The other kinds are registered by Fond.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>Whether it came in, was drawn up or went out.</summary>
    public required DocumentDirection Direction { get; init; }

    /// <summary>The day that it came in, was drawn up or went out; not in the future.</summary>
    public required DateOnly On { get; init; }

    /// <summary>From whom it came or to whom it went; left out for what was drawn up.</summary>
    public string? Correspondent { get; init; }

    /// <summary>Whether that is a private person, whose name is kept out of the public register.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Shortly, what it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>The number of an entry in the same case that this one corrects.</summary>
    public int? Corrects { get; init; }

    public DocumentEntry Entry() => new(Kind, Direction, Correspondent, Subject) { On = On, IsPrivate = IsPrivate, Corrects = Corrects };
}
