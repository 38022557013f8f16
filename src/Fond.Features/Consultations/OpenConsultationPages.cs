using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>A consultation's open page, for everybody: <c>/remisser/{id}</c>.</summary>
internal static class OpenConsultationPages
{
    public static void MapOpenConsultationPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/remisser/{id}", ShowAsync);
        routes.MapPost("/remisser/{id}", CommentAsync).DisableAntiforgery(); // there is no cookie that another site could ride on
    }

    private static async Task<IResult> ShowAsync(string id, FondDb db, Clock clock, ActorContext caller, CancellationToken ct) =>
        await FindAsync(id, db, clock, ct) is { } consultation ? Form(Page(consultation, caller), consultation).Answer() : Gone(caller);

    private static async Task<IResult> CommentAsync(string id, HttpRequest request, FondDb db, Clock clock, MutationRunner runner, ActorContext caller, CancellationToken ct)
    {
        if (!request.HasFormContentType || await FindAsync(id, db, clock, ct) is not { } consultation) return Gone(caller);
        var form = await request.ReadFormAsync(ct);
        try
        {
            await runner.RunAsync<CommentConsultation, CommentConsultationInput, CommentReceipt>(new()
            {
                ConsultationId = id,
                Name = form["name"],
                Answers = FormPage.Listed(form, "answers", consultation.PublicQuestions.Count),
            }, nameof(CommentConsultation), ct);
            return Page(consultation, caller).Say(new Text("Dina synpunkter har kommit in. Tack!", "Your comments have been received. Thank you!")).Answer();
        }
        catch (RefusedException refused)
        {
            return Form(Page(consultation, caller).After(form, refused), consultation).Answer(StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static FormPage Page(Consultation consultation, ActorContext caller) => new FormPage(consultation.Title, caller.Language)
        .Say(new Text($"Remiss {consultation.CaseNumber}. Sista dag för synpunkter är {consultation.LastDay:yyyy-MM-dd}.", $"Consultation {consultation.CaseNumber}. The last day for comments is {consultation.LastDay:yyyy-MM-dd}."));

    private static FormPage Form(FormPage page, Consultation consultation)
    {
        page.Say(consultation.Letter).Heading(new("Lämna synpunkter", "Comment"))
            .Say(new Text("Synpunkter blir allmänna handlingar, som andra kan begära ut. Skriv inga personnummer och inget känsligt om dig själv eller andra.",
                "Comments become public records, which others may ask to read. Write no personal identity numbers and nothing sensitive about yourself or others.")).BeginForm();
        for (var i = 0; i < consultation.PublicQuestions.Count; i++) page.Area($"answers-{i}", new(consultation.PublicQuestions[i], consultation.PublicQuestions[i]));
        return page.Line("name", new("Namn (frivilligt)", "Name (optional)"), "name").EndForm(new("Skicka synpunkterna", "Send the comments"));
    }

    private static async Task<Consultation?> FindAsync(string id, FondDb db, Clock clock, CancellationToken ct)
    {
        var key = GlobalId.KeyOf<Consultation>(id);
        return await db.OpenConsultations(clock.Today).AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct);
    }

    private static IResult Gone(ActorContext caller) => new FormPage(new Text("Här finns ingen öppen remiss", "There is no open consultation here").In(caller.Language), caller.Language)
        .Say(new Text("Den kan vara avslutad.", "It may have ended.")).Answer(StatusCodes.Status404NotFound);
}
