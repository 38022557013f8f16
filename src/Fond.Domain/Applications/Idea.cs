using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Workflows;

namespace Fond.Domain.Applications;

/// <summary>What was said to a short idea.</summary>
public sealed record IdeaDecision(bool Approved, string Reason, long DecidedById, DateTimeOffset DecidedAt);

/// <summary>The first step of two: a short idea, which is approved or not before a full application is made with the fund's support.</summary>
public sealed partial class Application
{
    /// <summary>Persons.</summary>
    public const int MostCoAuthors = 10;

    private readonly List<ApplicationCoAuthor> _coAuthors = [];

    /// <summary>What was said to the idea; null when it has not been decided, or there was none.</summary>
    public IdeaDecision? IdeaDecision { get; private set; }

    /// <summary>The fund's officers who write, have written, or are asked to write the full application together with the lead.</summary>
    public IReadOnlyList<ApplicationCoAuthor> CoAuthors => _coAuthors;

    /// <summary>Its lead and all co-authors, former too, but not those who have only been asked: none of them assesses, ranks or decides it.</summary>
    public IEnumerable<long> WriterIds => _coAuthors.Where(c => c.HasAccepted).Select(c => c.PersonId).Prepend(LeadId);

    /// <summary>Whether the person sees and changes what has not been handed in.</summary>
    public bool IsWrittenBy(long personId) => LeadId == personId || _coAuthors.Exists(c => c.PersonId == personId && c.IsWriting);

    /// <summary>Whether the person leads it or has put something down in it, and so does not handle it by office. Being let in is not enough: else a lead could keep all officers out.</summary>
    public bool IsWorkOf(long personId) => LeadId == personId || _coAuthors.Exists(c => c.PersonId == personId && c.HasWritten);

    /// <summary>Hands the idea in: it gets its number in the registry and is frozen as version 1.</summary>
    /// <exception cref="RefusedException">Late, or with every fault at once.</exception>
    public ApplicationVersion SubmitIdea(Call call, Func<string> caseNumber, long by, DateTimeOffset now)
    {
        Refuse.When(Phase != Phase.Idea, new ApplicationNotEditable(Phase));
        call.DemandOpen(now);
        Refuse.WhenAny(ContentRules.IdeaFaults(Current));
        (CaseNumber, SubmittedAt) = (caseNumber(), now);
        return Freeze(by, now);
    }

    public void DecideIdea(IdeaDecision decision)
    {
        Refuse.When(Phase != Phase.IdeaReview, new ApplicationIdeaNotInReview());
        Refuse.When(decision.Reason.IsBlank(), new ApplicationFieldInvalid { Path = ["reason"] });
        IdeaDecision = decision with { Reason = decision.Reason.Trim() };
    }

    /// <summary>
    /// Asks an officer of the fund to write in the full application. They do so when they have accepted, since it shuts them out of judging the case, which no lead decides. A former
    /// co-author, who is shut out already, returns at once.
    /// </summary>
    public void LetIn(long personId)
    {
        Refuse.When(Phase != Phase.Draft || IdeaDecision is not { Approved: true }, new ApplicationCoAuthorNotNow());
        Refuse.When(LeadId == personId || _coAuthors.Exists(c => c.PersonId == personId && c.LeftAt is null), new ApplicationCoAuthorAlready { Path = ["personId"] });
        Refuse.When(_coAuthors.Count(c => c.LeftAt is null) >= MostCoAuthors, new ApplicationCoAuthorsTooMany());
        if (_coAuthors.Find(c => c.PersonId == personId) is { } former) former.Return();
        else _coAuthors.Add(new ApplicationCoAuthor(personId));
    }

    /// <summary>What somebody answers who was asked to write: from then on they do, or they are asked no more.</summary>
    public void AnswerInvitation(long personId, bool accepts)
    {
        Refuse.When(Phase != Phase.Draft, new ApplicationCoAuthorNotNow());
        var asked = _coAuthors.Find(c => c.PersonId == personId && !c.HasAccepted) ?? throw new RefusedException(new ApplicationCoAuthorNotAsked());
        if (accepts) asked.Accept();
        else _coAuthors.Remove(asked);
    }

    /// <summary>Ends a co-author's writing, or takes back that they are asked to. Whoever has written, or could write in what was handed in, stays on record as a former one.</summary>
    public void LetGo(long personId, DateTimeOffset now)
    {
        var author = _coAuthors.Find(c => c.PersonId == personId && c.LeftAt is null) ?? throw new RefusedException(new ApplicationCoAuthorNone { Path = ["personId"] });
        if (author.HasAccepted && (author.HasWritten || Phase != Phase.Draft)) author.Leave(now);
        else _coAuthors.Remove(author);
    }

    /// <summary>What has been handed in or withdrawn is no longer asked about.</summary>
    private void DropInvitations() => _coAuthors.RemoveAll(c => !c.HasAccepted);

    /// <summary>That somebody writes in it now.</summary>
    /// <exception cref="RefusedException">Outside idea, draft and supplement.</exception>
    internal void WriteAs(long personId)
    {
        DemandEditable();
        _coAuthors.Find(c => c.PersonId == personId)?.Write();
    }
}

/// <summary>That somebody writes an application together with its lead, or is asked to.</summary>
public sealed class ApplicationCoAuthor : Entity
{
    private ApplicationCoAuthor() { }

    internal ApplicationCoAuthor(long personId) => PersonId = personId;

    public long PersonId { get; private set; }

    /// <summary>Whether they want to; until then they are only asked.</summary>
    public bool HasAccepted { get; private set; }

    /// <summary>Whether they have saved anything, or added or removed a file.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>When they were let go; null for one who may still write.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    public bool IsWriting => HasAccepted && LeftAt is null;

    internal void Accept() => HasAccepted = true;

    internal void Write() => HasWritten = true;

    internal void Leave(DateTimeOffset now) => LeftAt = now;

    internal void Return() => LeftAt = null;
}

public sealed record ApplicationIdeaNotInReview() : Refusal("APPLICATION_IDEA_NOT_IN_REVIEW", new(
    "Det finns ingen inlämnad idé att ta ställning till.", "There is no idea that has been handed in and waits for an answer."));

public sealed record ApplicationCoAuthorNotNow() : Refusal("APPLICATION_CO_AUTHOR_NOT_NOW", new(
    "En medförfattare kan släppas in när idén är godkänd och ansökan skrivs.", "A co-author can be let in when the idea has been approved and the application is being written."));

public sealed record ApplicationCoAuthorNotOfficer() : Refusal("APPLICATION_CO_AUTHOR_NOT_OFFICER", new(
    "Personen är inte handläggare i fonden.", "The person is no case officer of the fund."));

public sealed record ApplicationCoAuthorAlready() : Refusal("APPLICATION_CO_AUTHOR_ALREADY", new(
    "Personen skriver redan i ansökan eller är inbjuden.", "The person already writes in the application or has been asked to."));

public sealed record ApplicationCoAuthorNotAsked() : Refusal("APPLICATION_CO_AUTHOR_NOT_ASKED", new(
    "Du har ingen obesvarad inbjudan att skriva i ansökan.", "You have no unanswered invitation to write in the application."));

public sealed record ApplicationCoAuthorsTooMany() : Refusal("APPLICATION_CO_AUTHORS_TOO_MANY", new(
    $"En ansökan har högst {Application.MostCoAuthors} medförfattare.", $"An application has at most {Application.MostCoAuthors} co-authors."));

public sealed record ApplicationCoAuthorNone() : Refusal("APPLICATION_CO_AUTHOR_NONE", new(
    "Personen är inte medförfattare.", "The person is no co-author."));
