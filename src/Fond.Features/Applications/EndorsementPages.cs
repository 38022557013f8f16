using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fond.Features.Applications;

/// <summary>The page behind a partner's own link: <c>GET /tillstyrkan?lank=SECRET</c>, and its form.</summary>
internal static class EndorsementPages
{
    private const string Secret = "lank";
    private const string TextShown = "textSha256";
    private const string Yes = "yes";

    public static void MapEndorsementPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/tillstyrkan", ShowAsync);
        routes.MapPost("/tillstyrkan", AnswerAsync).DisableAntiforgery(); // there is no cookie that another site could ride on
    }

    private static async Task<IResult> ShowAsync(HttpRequest request, EndorsementDesk desk, ActorContext caller, CancellationToken ct)
    {
        var secret = request.Query[Secret].ToString();
        return await desk.OpenAsync(secret, ct) is not var (endorsement, application) ? Gone(caller) : endorsement.Answer is not null ? Thanked(caller) : Form(Page(endorsement, application, caller), endorsement, application, secret).Answer();
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, EndorsementDesk desk, MutationRunner runner, ActorContext caller, CancellationToken ct)
    {
        if (!request.HasFormContentType) return Gone(caller);
        var form = await request.ReadFormAsync(ct);
        var secret = form[Secret].ToString();
        if (await desk.OpenAsync(secret, ct) is not var (endorsement, application)) return Gone(caller);
        try
        {
            await runner.RunAsync<AnswerEndorsementByLink, AnswerEndorsementByLinkInput, Endorsement>(new()
            {
                Secret = secret,
                Endorses = form["endorses"].ToString() switch { Yes => true, "no" => false, _ => null },
                Office = form["office"].ToString(),
                WillImplement = form["willImplement"] == Yes,
                Comment = form["comment"].ToString(),
                TextSha256 = form[TextShown].ToString(),
            }, nameof(AnswerEndorsementByLink), ct);
            return Thanked(caller);
        }
        catch (RefusedException refused)
        {
            return endorsement.Answer is not null ? Thanked(caller) : Form(Page(endorsement, application, caller).After(form, refused), endorsement, application, secret).Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>All that is endorsed. Whoever has the link reads it, so that what is marked is left out.</summary>
    private static FormPage Page(Endorsement endorsement, Application application, ActorContext caller)
    {
        var (title, applicant) = (ToldOutside.Title(application), ToldOutside.Applicant(application));
        var page = new FormPage(title.In(caller.Language), caller.Language)
            .Say(new Text($"{applicant.Sv} ansöker om medel, med {endorsement.Organisation} som part.", $"{applicant.En} applies for money, with {endorsement.Organisation} as a partner."))
            .Heading(new("Ansökan", "The application"));
        return ApplicationText.Of(application.Current.Content).Where(field => field.Lines.Count > 0).Aggregate(page, (all, field) => all.Subheading(ApplicationFields.Names[field.Path])
            .Say(application.MarkOf(field.Path) is null ? string.Join('\n', field.Lines.Select(line => line.In(caller.Language))) : Hidden.In(caller.Language)));
    }

    private static FormPage Form(FormPage page, Endorsement endorsement, Application application, string secret) => page
        .Heading(new("Tillstyrkan", "Endorsement")).BeginForm(Secret, secret).Hidden(TextShown, application.Current.TextSha256())
        .Choices("endorses", new("Tillstyrker du ansökan?", "Do you endorse the application?"), [(Yes, new("Ja", "Yes")), ("no", new("Nej", "No"))])
        .Choices("willImplement", new($"Avser {endorsement.Organisation} att införa metoden om den visar sig bra?", $"Does {endorsement.Organisation} mean to go on with the method if it proves good?"),
            [(Yes, new("Ja", "Yes")), ("no", new("Nej", "No"))])
        .Line("office", new("Din befattning", "Your office"), "organization-title")
        .Area("comment", new("Kommentar (frivillig)", "Comment (optional)"))
        .EndForm(new("Skicka svaret", "Send the answer"));

    private static IResult Thanked(ActorContext caller) => new FormPage(new Text("Tillstyrkan", "Endorsement").In(caller.Language), caller.Language).Say(Thanks).Answer();

    private static IResult Gone(ActorContext caller) => FormPage.NoLink(caller.Language, new("Du kan ha fått en ny länk, eller så ska ansökan inte längre tillstyrkas.", "You may have been given another link, or the application is no longer to be endorsed."));

    private static readonly Text Hidden = new("Uppgiften är sekretessmarkerad och visas inte här.", "This is marked as possibly secret and is not shown here.");

    private static readonly Text Thanks = new("Svaret har kommit in. Tack!", "The answer has been received. Thank you!");
}
