using Fond.Domain.Common;

namespace Fond.Domain.Registry;

/// <summary>What a document of a case is.</summary>
public enum DocumentKind
{
    /// <summary>A short idea, the first of two steps (idé).</summary>
    Idea,

    /// <summary>What was said to the idea (beslut om idén).</summary>
    IdeaDecision,

    /// <summary>The application as it was first handed in (ansökan).</summary>
    Application,

    /// <summary>The application as it was supplemented (komplettering).</summary>
    Supplement,

    /// <summary>A file that came with the application or a supplement (bilaga).</summary>
    Attachment,

    /// <summary>The lead takes the application back (återkallelse).</summary>
    Withdrawal,

    /// <summary>What a partner's manager said of the application (tillstyrkan).</summary>
    Endorsement,

    /// <summary>A consultation that was sent out (remiss).</summary>
    Consultation,

    /// <summary>A referral body's statement (yttrande).</summary>
    Statement,

    /// <summary>A file that came with a statement (bilaga till yttrande).</summary>
    StatementFile,

    /// <summary>What came in on a consultation, put together when it is closed (remissammanställning).</summary>
    Compilation,

    /// <summary>An assessor's assessment; working material until the case is settled (bedömning).</summary>
    Assessment,

    /// <summary>What the assessors propose together; working material until the case is settled (gemensamt förslag).</summary>
    JointProposal,

    /// <summary>The officer's memo to the body that decides (tjänsteskrivelse).</summary>
    DecisionMemo,

    /// <summary>What the steering group proposes to the board (förslag till beslut).</summary>
    Proposal,

    /// <summary>The decision (beslut).</summary>
    Decision,

    /// <summary>What the minutes say of the case, once they are approved (protokollsutdrag).</summary>
    MinutesExtract,

    /// <summary>The decision, sent to somebody whom it concerns (expediering).</summary>
    Dispatch,

    /// <summary>The decision not to consider the application (avvisning).</summary>
    Dismissal,

    /// <summary>The agreement on the grant (överenskommelse).</summary>
    Agreement,

    /// <summary>A request for payment (rekvisition).</summary>
    DisbursementRequest,

    /// <summary>What came of the project (slutrapport).</summary>
    FinalReport,

    /// <summary>What was seen, or said in an interview; working material until the project has ended (observation eller intervju).</summary>
    Observation,

    /// <summary>A story of change; working material until the project has ended (berättelse om förändring).</summary>
    ChangeStory,

    /// <summary>How far something has come, judged with reasons; working material until the project has ended (bedömning av måluppfyllelse).</summary>
    Attainment,

    /// <summary>A file that goes with an observation or a story (bilaga till observation eller berättelse).</summary>
    Evidence,

    /// <summary>The decision that an instalment is not asked for any more (nedskrivning).</summary>
    WriteDown,

    /// <summary>A court reviews whether the decision is lawful, or has done so (laglighetsprövning).</summary>
    LegalityReview,

    /// <summary>A message from Fond to the applicant (underrättelse).</summary>
    Notice,

    /// <summary>A decision in writing that a document is not handed out, or only in part (beslut om utlämnande).</summary>
    ReleaseDecision,

    /// <summary>A letter or e-mail (skrivelse).</summary>
    Letter,

    /// <summary>An official's note, of a telephone call for instance (tjänsteanteckning).</summary>
    Note,

    /// <summary>Anything else (övrig handling).</summary>
    Other,
}

public enum DocumentDirection
{
    /// <summary>Came in (inkommen).</summary>
    Incoming,

    /// <summary>Was drawn up (upprättad).</summary>
    DrawnUp,

    /// <summary>Went out (utgående).</summary>
    Outgoing,
}

public static class DocumentKinds
{
    /// <summary>What an officer registers by hand. The rest is registered by Fond when it happens.</summary>
    public static readonly IReadOnlyList<DocumentKind> ByHand = [DocumentKind.Letter, DocumentKind.Note, DocumentKind.Statement, DocumentKind.Agreement, DocumentKind.Other];

    /// <summary>In a matter that no application began no body decides within Fond: what is decided on it is registered by hand too.</summary>
    public static readonly IReadOnlyList<DocumentKind> ByHandInMatters = [.. ByHand, DocumentKind.Consultation, DocumentKind.Compilation, DocumentKind.DecisionMemo, DocumentKind.Proposal, DocumentKind.Decision, DocumentKind.MinutesExtract];

    /// <summary>The application's form as it was handed in, each time.</summary>
    public static readonly IReadOnlyList<DocumentKind> OfTheForm = [DocumentKind.Idea, DocumentKind.Application, DocumentKind.Supplement];

    /// <summary>What Fond registers under the title that the case has that day.</summary>
    public static readonly IReadOnlyList<DocumentKind> UnderTheTitle =
    [
        .. OfTheForm, DocumentKind.IdeaDecision, DocumentKind.Endorsement, DocumentKind.Assessment, DocumentKind.JointProposal, DocumentKind.DecisionMemo, DocumentKind.Withdrawal, DocumentKind.Dismissal,
        DocumentKind.Agreement, DocumentKind.DisbursementRequest, DocumentKind.FinalReport, DocumentKind.WriteDown, DocumentKind.LegalityReview, DocumentKind.Observation, DocumentKind.ChangeStory, DocumentKind.Attainment,
    ];

    /// <summary>Files that Fond registers by their names, which may tell more than is for everybody.</summary>
    public static readonly IReadOnlyList<DocumentKind> Named = [DocumentKind.Attachment, DocumentKind.StatementFile, DocumentKind.Evidence];

    /// <summary>Those whose content can be a file; what the others say is part of the case itself.</summary>
    public static readonly IReadOnlyList<DocumentKind> OfFiles = [.. Named, .. ByHand];

    /// <summary>What whoever sees the application without handling it may know of: what passed between the applicant and the fund.</summary>
    public static readonly IReadOnlyList<DocumentKind> OfTheApplicant =
    [
        DocumentKind.Idea, DocumentKind.IdeaDecision, DocumentKind.Application, DocumentKind.Supplement, DocumentKind.Attachment, DocumentKind.Withdrawal, DocumentKind.Decision, DocumentKind.Dismissal,
        DocumentKind.Agreement, DocumentKind.DisbursementRequest, DocumentKind.FinalReport, DocumentKind.Notice, DocumentKind.Endorsement, DocumentKind.WriteDown, DocumentKind.LegalityReview,
    ];

    public static Text Title(this DocumentKind kind) => kind switch
    {
        DocumentKind.Application => new("Ansökan", "Application"),
        DocumentKind.Idea => new("Idé", "Idea"),
        DocumentKind.IdeaDecision => new("Beslut om idén", "Decision on the idea"),
        DocumentKind.Supplement => new("Komplettering", "Supplement"),
        DocumentKind.Attachment => new("Bilaga", "Attachment"),
        DocumentKind.Withdrawal => new("Återkallelse", "Withdrawal"),
        DocumentKind.Endorsement => new("Tillstyrkan", "Endorsement"),
        DocumentKind.Consultation => new("Remiss", "Consultation"),
        DocumentKind.Statement => new("Yttrande", "Statement"),
        DocumentKind.StatementFile => new("Bilaga till yttrande", "Attachment to a statement"),
        DocumentKind.Compilation => new("Remissammanställning", "Compilation of statements"),
        DocumentKind.Assessment => new("Bedömning", "Assessment"),
        DocumentKind.JointProposal => new("Bedömarnas gemensamma förslag", "The assessors' joint proposal"),
        DocumentKind.DecisionMemo => new("Tjänsteskrivelse", "Decision memo"),
        DocumentKind.Dispatch => new("Expediering", "Dispatch"),
        DocumentKind.Proposal => new("Förslag till beslut", "Proposal for a decision"),
        DocumentKind.Decision => new("Beslut", "Decision"),
        DocumentKind.MinutesExtract => new("Protokollsutdrag", "Extract of the minutes"),
        DocumentKind.Dismissal => new("Beslut om avvisning", "Decision to dismiss"),
        DocumentKind.Agreement => new("Överenskommelse", "Agreement"),
        DocumentKind.DisbursementRequest => new("Rekvisition", "Request for payment"),
        DocumentKind.FinalReport => new("Slutrapport", "Final report"),
        DocumentKind.Observation => new("Observation eller intervju", "Observation or interview"),
        DocumentKind.ChangeStory => new("Berättelse om förändring", "Story of change"),
        DocumentKind.Attainment => new("Bedömning av måluppfyllelse", "Judgement of attainment"),
        DocumentKind.Evidence => new("Bilaga till observation eller berättelse", "Attachment to an observation or a story"),
        DocumentKind.WriteDown => new("Beslut om nedskrivning", "Decision to write down"),
        DocumentKind.LegalityReview => new("Laglighetsprövning", "Legality review"),
        DocumentKind.Notice => new("Underrättelse", "Notice"),
        DocumentKind.ReleaseDecision => new("Beslut om utlämnande", "Decision on release"),
        DocumentKind.Letter => new("Skrivelse", "Letter"),
        DocumentKind.Note => new("Tjänsteanteckning", "Official's note"),
        DocumentKind.Other => new("Övrig handling", "Other document"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Text Title(this DocumentDirection direction) => direction switch
    {
        DocumentDirection.Incoming => new("Inkommen", "Incoming"),
        DocumentDirection.DrawnUp => new("Upprättad", "Drawn up"),
        DocumentDirection.Outgoing => new("Utgående", "Outgoing"),
        _ => throw new ArgumentOutOfRangeException(nameof(direction)),
    };
}
