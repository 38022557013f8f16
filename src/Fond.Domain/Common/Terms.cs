using Fond.Domain.Access;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;

namespace Fond.Domain.Common;

/// <summary>What things are called where people read of them; docs/glossary.md has the same words.</summary>
public static class Terms
{
    private static readonly Dictionary<string, Text> Things = new()
    {
        ["AccessLink"] = new("Länken", "The link"),
        ["AgendaItem"] = new("Ärendet på föredragningslistan", "The item on the agenda"),
        ["Application"] = new("Ansökan", "The application"),
        ["Assessment"] = new("Bedömningen", "The assessment"),
        ["Attachment"] = new("Bilagan", "The attachment"),
        ["AttainmentJudgement"] = new("Bedömningen av måluppfyllelsen", "The judgement of attainment"),
        ["Body"] = new("Organet", "The body"),
        ["Call"] = new("Utlysningen", "The call"),
        ["CaseDocument"] = new("Handlingen", "The document"),
        ["CatalogueIndicator"] = new("Indikatorn", "The indicator"),
        ["ChangeStory"] = new("Berättelsen", "The story"),
        ["Consultation"] = new("Remissen", "The consultation"),
        ["Criterion"] = new("Kriteriet", "The criterion"),
        ["Decision"] = new("Beslutet", "The decision"),
        ["DecisionMemo"] = new("Tjänsteskrivelsen", "The memo"),
        ["Delegation"] = new("Delegationen", "The delegation"),
        ["Disposal"] = new("Gallringen", "The disposal"),
        ["DocumentFile"] = new("Filen", "The file"),
        ["Endorsement"] = new("Frågan om tillstyrkan", "The question of endorsement"),
        ["EvidenceFile"] = new("Filen", "The file"),
        ["Fund"] = new("Fonden", "The fund"),
        ["Incident"] = new("Incidenten", "The incident"),
        ["KeyFigure"] = new("Nyckeltalet", "The key figure"),
        ["KeyFigureArea"] = new("Området", "The area"),
        ["Matter"] = new("Ärendet", "The matter"),
        ["MatterDocument"] = new("Handlingen", "The document"),
        ["MatterDocumentFile"] = new("Filen", "The file"),
        ["Measure"] = new("Åtgärden", "The measure"),
        ["Meeting"] = new("Sammanträdet", "The meeting"),
        ["Membership"] = new("Uppdraget", "The membership"),
        ["Minutes"] = new("Protokollet", "The minutes"),
        ["Notification"] = new("Meddelandet", "The message"),
        ["Observation"] = new("Observationen", "The observation"),
        ["Person"] = new("Personen", "The person"),
        ["PriceLine"] = new("Raden i prislistan", "The line of the price list"),
        ["Programme"] = new("Programmet", "The programme"),
        ["Project"] = new("Projektet", "The project"),
        ["Ranking"] = new("Rangordningen", "The ranking"),
        ["Recusal"] = new("Jävsanmälan", "The declaration of a conflict of interest"),
        ["ReferralGroup"] = new("Gruppen av remissinstanser", "The group of referral bodies"),
        ["MatterReleaseRequest"] = new("Begäran om utlämnande", "The request for release"),
        ["ReleaseRequest"] = new("Begäran om utlämnande", "The request for release"),
        ["RepaymentAgreement"] = new("Överenskommelsen om återföring", "The agreement on repayment"),
        ["RetentionRule"] = new("Gallringsregeln", "The retention rule"),
        ["SavingsCase"] = new("Kalkylen", "The calculation"),
        ["StatementFile"] = new("Yttrandets fil", "The statement's file"),
        ["Workflow"] = new("Arbetsflödet", "The workflow"),
    };

    /// <param name="type">The name of the type that is spoken of.</param>
    public static Text Of(string type) => Things.GetValueOrDefault(type) ?? new(type, type);

    public static Text Of(Role role) => role switch
    {
        Role.Applicant => new("sökande", "applicant"),
        Role.CaseOfficer => new("handläggare", "case officer"),
        Role.Assessor => new("bedömare", "assessor"),
        Role.SteeringMember => new("ledamot i styrgruppen", "member of the steering group"),
        Role.SteeringChair => new("ordförande i styrgruppen", "chair of the steering group"),
        Role.SteeringSecretary => new("sekreterare i styrgruppen", "secretary of the steering group"),
        Role.BoardRegistrar => new("registrator hos styrelsen", "registrar of the board"),
        Role.Evaluator => new("utvärderare", "evaluator"),
        Role.ReferralBody => new("remissinstans", "referral body"),
        Role.CouncilMember => new("rådsledamot", "council member"),
        Role.Auditor => new("revisor", "auditor"),
        Role.Administrator => new("administratör", "administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static Text Of(BodyKind kind) => kind switch
    {
        BodyKind.SteeringGroup => new("styrgrupp", "steering group"),
        BodyKind.Subgroup => new("undergrupp", "subgroup"),
        BodyKind.PreparationGroup => new("beredningsgrupp", "preparation group"),
        BodyKind.Council => new("råd", "council"),
        BodyKind.ExecutiveBoard => new("kommunstyrelse", "executive board"),
        BodyKind.CouncilAssembly => new("kommunfullmäktige", "council assembly"),
        BodyKind.ReferralBody => new("remissinstans", "referral body"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Text Of(DelegatedKind kind) => kind switch
    {
        DelegatedKind.Grant => new("bevilja bidrag", "grant money"),
        DelegatedKind.Reject => new("avslå ansökningar", "reject applications"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static Text Of(RepaymentModel model) => model switch
    {
        RepaymentModel.None => new("ingen återföring", "no repayment"),
        RepaymentModel.PlanFromSavingUnits => new("plan", "plan"),
        RepaymentModel.VerifiedSavingsShare => new("andel av verifierade besparingar", "share of verified savings"),
        RepaymentModel.OutcomeContract => new("utfallskontrakt", "outcome contract"),
        _ => throw new ArgumentOutOfRangeException(nameof(model)),
    };

    public static Text Of(Stance stance) => stance switch
    {
        Stance.Supports => new("tillstyrker", "supports"),
        Stance.SupportsInPart => new("tillstyrker delvis", "supports in part"),
        Stance.Objects => new("avstyrker", "objects"),
        Stance.NoObjection => new("ingen erinran", "no objection"),
        Stance.Declines => new("avstår från att yttra sig", "declines to comment"),
        _ => throw new ArgumentOutOfRangeException(nameof(stance)),
    };

    public static Text Of(RequestStatus status) => status switch
    {
        RequestStatus.Waiting => new("inväntas", "awaited"),
        RequestStatus.Answered => new("har svarat", "answered"),
        RequestStatus.AnsweredLate => new("har svarat för sent", "answered late"),
        RequestStatus.Overdue => new("har inte svarat", "has not answered"),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
