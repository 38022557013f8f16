using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Workflows;

namespace Fond.Domain.Applications;

/// <summary>Who is to be asked: a person who signs in, or an official address that is sent a link of its own.</summary>
/// <param name="Organisation">A partner of the application, by name.</param>
public sealed record EndorsementAddressee(string Organisation, long? PersonId, string? Address);

/// <summary>What a partner's manager answers.</summary>
/// <param name="Endorses">Whether the manager endorses the application (tillstyrker).</param>
/// <param name="Office">The manager's office: "Skoldirektör".</param>
/// <param name="WillImplement">Whether the partner means to go on with the method if it proves good.</param>
/// <param name="Comment">May be empty.</param>
/// <param name="TextSha256">Of the text that the manager was shown.</param>
public sealed record EndorsementDraft(bool Endorses, string Office, bool WillImplement, string Comment, string TextSha256);

/// <param name="On">The day in Sweden.</param>
/// <param name="GivenById">Null: somebody who came by the partner's own link.</param>
/// <param name="Sha256">Of the text that was answered: title and content; of the content alone, or null, for answers from before that was kept.</param>
public sealed record EndorsementAnswer(bool Endorses, string Office, bool WillImplement, string Comment, DateTimeOffset At, DateOnly On, long? GivenById, string? Sha256 = null);

/// <summary>That a partner's manager is asked to endorse an application, and what came of it.</summary>
public sealed class Endorsement : Aggregate
{
    /// <summary>Characters.</summary>
    public const int LongestOffice = 200;

    private Endorsement() { }

    public Endorsement(Application application, EndorsementAddressee addressee, DateTimeOffset now)
    {
        application.DemandEditable();
        var partner = PartnersOf(application.Current).FirstOrDefault(name => IsSame(name, addressee.Organisation));
        Refuse.When(partner is null, new EndorsementPartnerUnknown { Path = ["organisation"] });
        (ApplicationId, Organisation) = (application.Id, partner!);
        Ask(addressee, now);
    }

    public long ApplicationId { get; private set; }

    /// <summary>The partner, as the application names it.</summary>
    public string Organisation { get; private set; } = "";

    public long? PersonId { get; private set; }

    public string? Address { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null: not answered.</summary>
    public EndorsementAnswer? Answer { get; private set; }

    /// <summary>Asks again, perhaps somebody else: the first may have been the wrong one, or have said no to another text.</summary>
    /// <param name="counts">Whether what was answered is what the call asks for, of the text as it is now and of nobody who writes the application.</param>
    public void AskAgain(Application application, EndorsementAddressee addressee, bool counts, DateTimeOffset now)
    {
        application.DemandEditable();
        Refuse.When(counts, new EndorsementAlreadyGiven(Organisation) { Path = ["organisation"] });
        Ask(addressee, now);
    }

    public void Give(Application application, EndorsementDraft draft, long? givenById, DateTimeOffset now, DateOnly today)
    {
        Refuse.When(application.IsOver, new EndorsementTooLate());
        Refuse.When(Answer is not null, new EndorsementAlreadyAnswered());
        Refuse.When(draft.Office.IsBlankOrLongerThan(LongestOffice), new EndorsementOfficeInvalid { Path = ["office"] });
        var text = application.Current.TextSha256();
        Refuse.When(draft.TextSha256 != text, new EndorsementTextChanged { Path = ["textSha256"] });
        Answer = new(draft.Endorses, draft.Office.Trim(), draft.Endorses && draft.WillImplement, draft.Comment.Trim(), now, today, givenById, text);
    }

    public bool IsOf(string organisation) => IsSame(Organisation, organisation);

    /// <summary>Whether the answer is what the call asks for, and of the text as it is now. What was handed in endorsed stays so: a supplement is asked for by the office, not by the partner.</summary>
    public bool Satisfies(Call call, Application application) => Answer is { Endorses: true } answer && (answer.WillImplement || !call.DemandsIntentions)
        && (application.Phase == Phase.Supplement || IsOfText(application.Current.Title, application.Current.Content));

    /// <summary>Whether an answer is still waited for: the case goes on, and the application names the partner.</summary>
    public bool IsOpenIn(Application application) => Answer is null && !application.IsOver && PartnersOf(application.Current).Any(IsOf);

    /// <summary>Whether that version is of the text that was answered.</summary>
    public bool IsOfText(ApplicationVersion version) => IsOfText(version.Title, version.Content);

    /// <summary>Answers from before the title belonged to the text are of the content alone.</summary>
    private bool IsOfText(string title, ApplicationContent content) => Answer?.Sha256 is { } sha256 && (sha256 == ContentJson.Sha256(title, content) || sha256 == ContentJson.Sha256(content));

    /// <summary>The partners of an application whose managers have not endorsed it.</summary>
    /// <param name="endorsements">Those that count.</param>
    public static IReadOnlyList<string> Missing(Revision written, IReadOnlyCollection<Endorsement> endorsements) =>
        [.. PartnersOf(written).Where(partner => !endorsements.Any(e => e.IsOf(partner)))];

    private void Ask(EndorsementAddressee addressee, DateTimeOffset now)
    {
        Refuse.When(addressee.PersonId is null == addressee.Address is null, new EndorsementAddresseeUnclear());
        (PersonId, Address, AskedAt, Answer) = (addressee.PersonId, addressee.Address, now, null);
    }

    private static IEnumerable<string> PartnersOf(Revision written) => (written.Content.Partners ?? []).Select(p => PlainName.Of(p.Organisation)).Distinct(StringComparer.OrdinalIgnoreCase);

    private static bool IsSame(string a, string b) => PlainName.Of(a).Equals(PlainName.Of(b), StringComparison.OrdinalIgnoreCase);
}

public sealed record EndorsementPartnerUnknown() : Refusal("ENDORSEMENT_PARTNER_UNKNOWN", new(
    "Organisationen står inte bland ansökans parter.", "The organisation is not among the application's partners."));

public sealed record EndorsementAddresseeUnclear() : Refusal("ENDORSEMENT_ADDRESSEE_UNCLEAR", new(
    "Ange antingen en person som loggar in eller en e-postadress.", "Give either a person who signs in or an e-mail address."));

public sealed record EndorsementByWriter() : Refusal("ENDORSEMENT_BY_WRITER", new(
    "Den som skriver ansökan kan inte tillstyrka den för en part.", "Whoever writes the application cannot endorse it for a partner."));

public sealed record EndorsementAlreadyGiven(string Organisation) : Refusal("ENDORSEMENT_ALREADY_GIVEN", new(
    $"{Organisation} har redan tillstyrkt ansökan.", $"{Organisation} has already endorsed the application."));

public sealed record EndorsementAlreadyAnswered() : Refusal("ENDORSEMENT_ALREADY_ANSWERED", new(
    "Frågan är redan besvarad.", "The question has already been answered."));

public sealed record EndorsementTextChanged() : Refusal("ENDORSEMENT_TEXT_CHANGED", new(
    "Ansökan har ändrats sedan du läste den. Läs den på nytt innan du svarar.", "The application has been changed since you read it. Read it again before you answer."));

public sealed record EndorsementTooLate() : Refusal("ENDORSEMENT_TOO_LATE", new(
    "Ärendet är avslutat; ingen tillstyrkan behövs.", "The case has ended; no endorsement is needed."));

public sealed record EndorsementOfficeInvalid() : Refusal("ENDORSEMENT_OFFICE_INVALID", new(
    $"Ange din befattning, med högst {Endorsement.LongestOffice} tecken.", $"Give your office, with at most {Endorsement.LongestOffice} characters."));

public sealed record EndorsementStandMissing() : Refusal("ENDORSEMENT_STAND_MISSING", new(
    "Ange om du tillstyrker ansökan.", "Say whether you endorse the application."));

public sealed record ApplicationEndorsementMissing(string Partners) : Refusal("APPLICATION_ENDORSEMENT_MISSING", new(
    $"Chefen har inte tillstyrkt ansökan hos: {Partners}.", $"The manager has not endorsed the application at: {Partners}."));

public sealed record ApplicationIntentionMissing(string Partners) : Refusal("APPLICATION_INTENTION_MISSING", new(
    $"Chefen har inte tillstyrkt ansökan med avsikten att införa metoden hos: {Partners}.", $"The manager has not endorsed the application and said that the partner means to go on with the method at: {Partners}."));
