using System.Globalization;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Antivirus;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fond.Features.Consultations;

/// <summary>
/// The page behind a body's own link: <c>GET /remiss?lank=SECRET</c>, and its form. The secret stands in the query, which traces leave out, and the form carries it in its body.
/// </summary>
internal static class ReferralPages
{
    public const string Path = "/remiss";
    public const string TimePath = "/remiss/tid";
    public const string DocumentPath = "/remiss/handling";
    public const string Secret = "lank";

    public static void MapReferralPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ShowAsync);
        FileTransfer.Takes(routes.MapPost(Path, AnswerAsync).DisableAntiforgery()); // there is no cookie that another site could ride on
        routes.MapGet(DocumentPath, ReadAsync);
        routes.MapPost(TimePath, AskForTimeAsync).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, ReferralLinks links, Enclosures enclosures, ActorContext caller, Clock clock, CancellationToken ct)
    {
        var secret = request.Query[Secret].ToString();
        if (await links.OpenAsync(secret, ct) is not var (consultation, body)) return Gone(caller);
        await links.NoteReadingAsync(consultation, body, ct);
        return Form(Page(consultation, body.Name, caller), consultation, await enclosures.ListAsync(consultation, ct), body.Id, secret, clock.Today).Answer();
    }

    /// <summary>One of the documents that were sent.</summary>
    private static async Task<IResult> ReadAsync(HttpRequest request, string? handling, ReferralLinks links, Enclosures enclosures, EnclosureSender sender, ActorContext caller, CancellationToken ct)
    {
        if (await links.OpenAsync(request.Query[Secret].ToString(), ct) is not var (consultation, body)) return Gone(caller);
        if (await enclosures.ReadableAsync(consultation, handling ?? "", ct) is not { } entry)
            return FormPage.NoLink(caller.Language, new("Handlingen hör inte till remissen eller kan inte läsas här längre.", "The document does not belong to the consultation, or cannot be read here any more."));
        await links.NoteReadingAsync(consultation, body, ct);
        return await sender.SendAsync(entry, ct);
    }

    private static Task<IResult> AnswerAsync(HttpRequest request, ReferralLinks links, Enclosures enclosures, FileTransfer files, MutationRunner runner, ActorContext caller, Clock clock, CancellationToken ct) =>
        SentAsync(request, links, enclosures, caller, clock, Thanks, async (form, consultation) => await runner.RunAsync<AnswerByLink, AnswerByLinkInput, Consultation>(new()
        {
            Secret = form[Secret].ToString(),
            Stance = Enum.TryParse<Stance>(form["stance"], out var stance) && Enum.IsDefined(stance) ? stance : null,
            Answers = FormPage.Listed(form, "answers", consultation.Questions.Count),
            Text = form["text"].ToString(),
            Files = await files.ReadAsync(form.Files, ct),
        }, nameof(AnswerByLink), ct), ct);

    private static Task<IResult> AskForTimeAsync(HttpRequest request, ReferralLinks links, Enclosures enclosures, MutationRunner runner, ActorContext caller, Clock clock, CancellationToken ct) =>
        SentAsync(request, links, enclosures, caller, clock, Asking, (form, _) => runner.RunAsync<RequestExtensionByLink, RequestExtensionByLinkInput, Consultation>(new()
        {
            Secret = form[Secret].ToString(),
            LastDay = DateOnly.TryParseExact(form["lastDay"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Reason = form["reason"].ToString(),
        }, nameof(RequestExtensionByLink), ct), ct);

    /// <summary>What both forms of the page have in common: by whose link they came, and what is said of what was sent.</summary>
    private static async Task<IResult> SentAsync(
        HttpRequest request, ReferralLinks links, Enclosures enclosures, ActorContext caller, Clock clock, Text thanks, Func<IFormCollection, Consultation, Task> receive, CancellationToken ct)
    {
        if (!request.HasFormContentType) return Gone(caller);
        if (await FormOfAsync(request, ct) is not { } form) return new FormPage(TooMuch.In(caller.Language), caller.Language).Say(FilesTogether).Say(Back).Answer(StatusCodes.Status413PayloadTooLarge);
        var secret = form[Secret].ToString();
        if (await links.OpenAsync(secret, ct) is not var (consultation, body)) return Gone(caller);
        try
        {
            await receive(form, consultation);
            return Page(consultation, body.Name, caller).Say(thanks).Answer();
        }
        catch (ScannerUnavailableException)
        {
            return Page(consultation, body.Name, caller).Say(ScannerUnavailableException.Text).Answer(StatusCodes.Status503ServiceUnavailable);
        }
        catch (RefusedException refused)
        {
            await links.NoteReadingAsync(consultation, body, ct);
            return Form(Page(consultation, body.Name, caller).After(form, refused), consultation, await enclosures.ListAsync(consultation, ct), body.Id, secret, clock.Today).Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Null where it is larger than what is taken.</summary>
    private static async Task<IFormCollection?> FormOfAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await request.ReadFormAsync(ct);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static FormPage Page(Consultation consultation, string body, ActorContext caller) => new FormPage(consultation.Title, caller.Language)
        .Say(new Text($"Remiss {consultation.CaseNumber} till {body}", $"Consultation {consultation.CaseNumber}, to {body}"));

    private static FormPage Form(FormPage page, Consultation consultation, IReadOnlyList<Enclosed> enclosed, long bodyId, string secret, DateOnly today)
    {
        var request = consultation.Requests.Single(r => r.BodyId == bodyId);
        if (request.Statement is not null) return page.Say(Thanks);
        var lastDay = consultation.LastDayOf(request);
        page.Say(new Text($"Sista dag för yttrande är {lastDay:yyyy-MM-dd}.", $"The last day for a statement is {lastDay:yyyy-MM-dd}."));
        if (today > lastDay) page.Say(new Text("Den har passerat: yttrandet märks som för sent inkommet.", "It has passed: the statement will be marked as late."));
        Enclose(page.Say(consultation.Letter), enclosed, secret).Heading(new("Yttrande", "Statement")).BeginForm(Secret, secret, withFiles: true, Path)
            .Choices("stance", new("Ställningstagande (den som avstår behöver inte svara på frågorna)", "Stance (whoever declines need not answer the questions)"), Enum.GetValues<Stance>().Select(s => (s.ToString(), Terms.Of(s))));
        for (var i = 0; i < consultation.Questions.Count; i++) page.Area($"answers-{i}", new(consultation.Questions[i], consultation.Questions[i]));
        return page.Area("text", new("Övrigt (frivilligt)", "Anything else (optional)")).Files("files", new($"Filer (frivilligt). {FilesTogether.Sv}", $"Files (optional). {FilesTogether.En}")).EndForm(new("Lämna yttrandet", "Give the statement"))
            .Heading(new("Mer tid", "More time")).Say(Asked(request)).BeginForm(Secret, secret, action: TimePath)
            .Day("lastDay", new("Till och med den dag ni behöver", "Until the end of the day that you need")).Area("reason", new("Varför", "Why")).EndForm(new("Begär mer tid", "Ask for more time"));
    }

    /// <summary>What has been marked or disposed of since is left out: there is nothing to read.</summary>
    private static FormPage Enclose(FormPage page, IReadOnlyList<Enclosed> enclosed, string secret)
    {
        var readable = enclosed.Where(e => e.Path is not null).ToList();
        return readable.Count == 0 ? page : page.Heading(new("Handlingar", "Documents")).Links(readable.Select(e => (
            $"{DocumentPath}?{Secret}={Uri.EscapeDataString(secret)}&handling={e.DocumentId}", new Text($"{e.Named.Sv}: {e.Subject}", $"{e.Named.En}: {e.Subject}"))));
    }

    private static Text Asked(ReferralRequest request) => request.Wanted switch
    {
        null => new("Behöver ni mer tid kan ni begära det här.", "If you need more time, you can ask for it here."),
        { Declined: { } no } wanted => new($"Er begäran om tid till och med {wanted.Until:yyyy-MM-dd} är avslagen. Skäl: {no.Reason}", $"The time until the end of {wanted.Until:yyyy-MM-dd} that you asked for is not given. Reason: {no.Reason}"),
        var wanted => new($"Ni har begärt tid till och med {wanted.Until:yyyy-MM-dd}. Begäran är inte besvarad än.", $"You have asked for time until the end of {wanted.Until:yyyy-MM-dd}. The request has not been answered yet."),
    };

    private static IResult Gone(ActorContext caller) => FormPage.NoLink(caller.Language,
        new("Remissen kan vara avslutad eller återkallad, eller så har ni fått en ny länk.", "The consultation may be closed or withdrawn, or you have been given another link."));

    private static readonly Text FilesTogether = new(
        $"Högst {StatementFile.MostPerStatement} filer, tillsammans högst {UploadedFile.LargestBytes >> 20} MB.", $"At most {StatementFile.MostPerStatement} files, together at most {UploadedFile.LargestBytes >> 20} MB.");

    private static readonly Text TooMuch = new("Det som skickades är för stort", "What was sent is too large");

    private static readonly Text Back = new(
        "Inget har lämnats in. Gå tillbaka i webbläsaren och välj färre eller mindre filer. Har det som skrevs försvunnit måste det skrivas igen.", "Nothing has been handed in. Go back in the browser and choose fewer or smaller files. If what was written is gone, it must be written again.");

    private static readonly Text Asking = new("Er begäran har kommit in. Svaret skickas till er.", "Your request has been received. The answer will be sent to you.");

    private static readonly Text Thanks = new("Yttrandet har kommit in. Tack!", "The statement has been received. Thank you!");
}
