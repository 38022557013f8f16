using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Decisions;
using Fond.Domain.Meetings;
using Fond.Domain.Projects;

namespace Fond.Features.PublicRegister.Pages;

/// <summary>What the pages of the register say.</summary>
internal static class Said
{
    public static readonly Text Register = new("Offentligt register", "Public register");
    public static readonly Text Cases = new("Beslutade ärenden", "Decided cases");
    public static readonly Text EndedCases = new("Ärenden utan beslut om medel", "Cases without a decision on money");
    public static readonly Text EndedText = new("Rubrik, organisation eller diarienummer", "Title, organisation or case number");
    public static readonly Text Minutes = new("Protokoll", "Minutes");
    public static readonly Text Consultations = new("Remisser", "Consultations");
    public static readonly Text Matters = new("Övriga ärenden", "Other matters");
    public static readonly Text OpenedOn = new("Upplagt", "Entered on");
    public static readonly Text ClosedOn = new("Avslutat", "Closed on");
    public static readonly Text Programme = new("Program", "Programme");
    public static readonly Text OwnBody = new("Organets eget ärende", "A matter of its own of");
    public static readonly Text OpenData = new("Öppna data", "Open data");
    public static readonly Text NothingHere = new("Sidan finns inte", "No such page");
    public static readonly Text NotPublic = new("Här finns inget beslutat ärende som är offentligt.", "There is no decided case here that is public.");
    public static readonly Text Ended = new("Ärendet är avslutat", "The case has ended");
    public static readonly Text Dismissed = new("Ansökan är avvisad", "The application has been dismissed");
    public static readonly Text Withdrawn = new("Ansökan är återkallad", "The application has been withdrawn");
    public static readonly Text IdeaDeclined = new("Idén är avslagen", "The idea has been declined");
    public static readonly Text SearchText = new("Rubrik, organisation, sammanfattning, diarienummer, skäl, lärdomar eller vad som mättes", "Title, organisation, summary, case number, reasons, lessons or what was measured");
    public static readonly Text MinutesText = new("Text i en paragraf", "Text of a paragraph");
    public static readonly Text ConsultationText = new("Rubrik eller diarienummer", "Title or case number");
    public static readonly Text Municipality = new("Kommun", "Municipality");
    public static readonly Text Search = new("Sök", "Search");
    public static readonly Text Next = new("Nästa sida", "Next page");
    public static readonly Text NoHits = new("Inga träffar.", "Nothing was found.");
    public static readonly Text Marked = new("Sekretessmarkerad uppgift", "Marked as possibly secret");
    public static readonly Text CaseNumber = new("Diarienummer", "Case number");
    public static readonly Text Title = new("Rubrik", "Title");
    public static readonly Text Organisation = new("Sökande", "Applicant");
    public static readonly Text Outcome = new("Beslut", "Decision");
    public static readonly Text DecidedOn = new("Beslutsdag", "Decided on");
    public static readonly Text Body = new("Beslutande organ", "Decided by");
    public static readonly Text Paragraph = new("Paragraf", "Paragraph");
    public static readonly Text Asked = new("Sökt belopp", "Asked for");
    public static readonly Text Granted = new("Beviljat belopp", "Granted");
    public static readonly Text Disbursed = new("Utbetalt", "Disbursed");
    public static readonly Text Repaid = new("Återfört till fonden", "Repaid to the fund");
    public static readonly Text Fund = new("Fond", "Fund");
    public static readonly Text Summary = new("Sammanfattning", "Summary");
    public static readonly Text Reasons = new("Skäl", "Reasons");
    public static readonly Text Conditions = new("Villkor", "Conditions");
    public static readonly Text Project = new("Projektet", "The project");
    public static readonly Text Period = new("Projekttid", "Project period");
    public static readonly Text Goals = new("Programmål", "Programme goals");
    public static readonly Text Future = new("Efter projektet", "After the project");
    public static readonly Text Any = new("Alla", "Any");
    public static readonly Text Lessons = new("Lärdomar", "Lessons");
    public static readonly Text Measured = new("Mätta resultat", "Measured results");
    public static readonly Text MeasuredByPrimary = new(
        "Projektet bedöms efter de huvudindikatorer som mätplanen pekade ut innan något loggades i Fond. Alla mätomgångar är med, vad som än kom fram.",
        "The project is judged by the primary indicators that its plan named before anything was logged in Fond. All waves are here, whatever came of them.");
    public static readonly Text MeasuredByAll = new(
        "Mätplanen pekar inte ut någon huvudindikator, så alla visas och resultaten är utforskande: bland flera kan någon visa skillnad av en slump. Alla mätomgångar är med, vad som än kom fram.",
        "The plan names no primary indicator, so all are shown and the results are exploratory: among several, some may show a difference by chance. All waves are here, whatever came of them.");
    public static readonly Text MeasuredFigures = new("Resultaten i siffror", "The results in figures");
    public static readonly Text Indicator = new("Indikator", "Indicator");
    public static readonly Text Wave = new("Mätomgång", "Wave");
    public static readonly Text Verdict = new("Omdöme", "Verdict");
    public static readonly Text Estimate = new("Skattning med 95 % konfidensintervall", "Estimate with 95% confidence interval");
    public static readonly Text Numbers = new("Antal mätta", "Number measured");
    public static readonly Text Comparison = new("Jämförelse", "Comparison");
    public static readonly Text Design = new("Design och hur långt den bär", "Design and how far it carries");
    public static readonly Text Documents = new("Ärendets handlingar", "The documents of the case");
    public static readonly Text Number = new("Aktbilaga", "No.");
    public static readonly Text Day = new("Dag", "Day");
    public static readonly Text Kind = new("Handling", "Document");
    public static readonly Text Correspondent = new("Avsändare eller mottagare", "From or to");
    public static readonly Text Subject = new("Ärendemening", "Subject");
    public static readonly Text MinutesFile = new("Protokollet som PDF", "The minutes as a PDF");
    public static readonly Text ApprovedOn = new("Justerat", "Approved on");
    public static readonly Text AnnouncedOn = new("Anslaget", "Announced on");
    public static readonly Text UpUntil = new("Anslaget sitter uppe till och med", "The announcement stays up until");
    public static readonly Text Repealed = new("upphävt av domstol", "repealed by a court");
    public static readonly Text ReviewUntil = new("Sista dag för laglighetsprövning", "Last day for legality review");
    public static readonly Text FinalOn = new("Laga kraft", "Final and binding from");
    public static readonly Text LastDay = new("Sista svarsdag", "Last day for answers");
    public static readonly Text Questions = new("Frågor", "Questions");
    public static readonly Text Bodies = new("Remissinstanser", "Referral bodies");
    public static readonly Text State = new("Läge", "State");
    public static readonly Text Ask = new(
        "Handlingarna kan begäras ut hos kommunen. Den som begär en handling behöver inte uppge vem hen är eller vad handlingen ska användas till. Sekretess prövas vid varje begäran.",
        "The documents can be requested from the municipality. You need not say who you are or what you want them for. Secrecy is tested at each request.");

    public static readonly Text Licence = new(
        "Beviljade bidrag som öppna data, enligt 360Giving Data Standard 1.4.3. Uppgifterna får användas fritt: CC0 1.0.",
        "Decided grants as open data, by the 360Giving Data Standard 1.4.3. The data is free to use: CC0 1.0.");

    public static Text Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Granted => new("Beviljad", "Granted"),
        DecisionOutcome.GrantedInPart => new("Beviljad delvis", "Granted in part"),
        DecisionOutcome.Rejected => new("Avslagen", "Rejected"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Text Of(ProjectFuture future) => future switch
    {
        ProjectFuture.Implement => new("Införs i ordinarie verksamhet", "Becomes part of regular operations"),
        ProjectFuture.Extend => new("Prövas längre", "Is tried for longer"),
        ProjectFuture.Stop => new("Avslutas", "Ends"),
        _ => throw new ArgumentOutOfRangeException(nameof(future)),
    };

    public static Text Of(ItemOutcome outcome) => outcome switch
    {
        ItemOutcome.Approved => new("Bifall", "Approved"),
        ItemOutcome.ApprovedWithConditions => new("Bifall med villkor", "Approved with conditions"),
        ItemOutcome.ApprovedInPart => new("Delvis bifall", "Approved in part"),
        ItemOutcome.Rejected => new("Avslag", "Rejected"),
        ItemOutcome.ReferredBack => new("Återremiss", "Referred back"),
        ItemOutcome.Tabled => new("Bordläggning", "Tabled"),
        ItemOutcome.Referred => new("Överlämnat till ett annat organ", "Referred to another body"),
        ItemOutcome.Opinion => new("Yttrande", "Opinion given"),
        ItemOutcome.Noted => new("Lagt till handlingarna", "Noted"),
        ItemOutcome.Dropped => new("Utgår", "Dropped"),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static Text Of(ConsultationState state) => state switch
    {
        ConsultationState.Sent => new("Skickad", "Sent"),
        ConsultationState.Closed => new("Avslutad", "Closed"),
        ConsultationState.Withdrawn => new("Återtagen", "Withdrawn"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static Text Of(PublicStance asked) => asked.Stance is { } stance ? Terms.Of(stance) : Terms.Of(asked.Status);
}
