using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Registry;

/// <summary>A document of an application's case as the registry has it.</summary>
public sealed class CaseDocument : RegistryEntry
{
    private CaseDocument() { }

    /// <param name="last">The number of the case's last entry; 0 when this is the first.</param>
    /// <param name="targetId">The key of what it is, by its kind: a version, an attachment, a consultation, a decision, a project. Null: only what the entry says, and its file.</param>
    /// <param name="by">Who registers it by hand; null: Fond.</param>
    public CaseDocument(Application application, int last, DocumentEntry entry, long? targetId, long? by, DateTimeOffset now)
    {
        Refuse.When(application.CaseNumber is null, new DocumentCaseUnregistered { Path = ["applicationId"] });
        Enter(last, entry, DocumentKinds.ByHand, targetId, by, now);
        ApplicationId = application.Id;
    }

    public long ApplicationId { get; private set; }

    /// <summary>The case has been marked, or the mark is gone: an entry that tells what the case is, or has been, called after goes by it, unless it has a mark of its own.</summary>
    /// <param name="before">By which mark that was, before.</param>
    /// <param name="titles">Under which titles the application has been handed in.</param>
    public void Follow(Application application, SecrecyMark? before, IReadOnlyCollection<string> titles)
    {
        if (Secrecy is null ? Tells([application.Title, application.Organisation, .. titles]) : Secrecy == before) Secrecy = application.NameMark();
    }

    /// <summary>What Fond registers under the case's title does so by that of the day, which may be in no version.</summary>
    private bool Tells(IReadOnlyCollection<string> names) => (RegisteredById is null && DocumentKinds.UnderTheTitle.Contains(Kind)) || names.Any(Says);

    private bool Says(string name) => !name.IsBlank() && (Subject.Contains(name, StringComparison.Ordinal) || Correspondent?.Contains(name, StringComparison.Ordinal) == true);
}
