using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Development;
using Fond.Api.Tests.Consultations;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>A request's time runs out while it is being answered: what was not done is undone, and what was done is told.</summary>
public sealed class EndedInsideTests : FondTest
{
    [Fact]
    public async Task A_page_is_broken_off_while_it_is_read() => await EndedAsync("\"Applications\"", null, "/register?text=skola");

    [Fact]
    public async Task A_file_is_broken_off_while_it_is_drawn_up()
    {
        var (_, project) = await new Stages(Fond).GrantedAsync();
        await EndedAsync("\"MeasurementPlans\"", "revisor", $"/projects/{project}/report.pdf");
    }

    [Fact]
    public async Task A_form_whose_time_runs_out_before_it_is_kept_is_not_kept()
    {
        var consultation = await OpenAsync();
        await EndedAsync("\"AuditHead\"", null, $"/remisser/{consultation}", Comment());
        Assert.Equal(0, await CommentsAsync(consultation));
        using var again = await Fond.Http.PostAsync($"/remisser/{consultation}", Comment());
        Assert.Equal((HttpStatusCode.OK, 1), (again.StatusCode, await CommentsAsync(consultation)));
    }

    [Fact]
    public async Task A_form_whose_time_runs_out_once_it_is_being_kept_is_kept_and_thanked_for()
    {
        var consultation = await OpenAsync();
        await using var late = await AgainAsync(new AtCommit(RunOut));
        using var answer = await late.Http.PostAsync($"/remisser/{consultation}", Comment());
        Assert.Equal((HttpStatusCode.OK, 1), (answer.StatusCode, await CommentsAsync(consultation)));
        Assert.Contains("Tack!", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_whose_time_runs_out_once_it_is_being_kept_is_told_whole()
    {
        var call = await Cases.CallAsync(Fond, "helsingborg");
        await using var late = await AgainAsync(new AtCommit(RunOut));
        var started = await SendAsync(late, "helsingborg-projektledare", HttpMethod.Post, "/graphql", JsonContent.Create(new
        {
            query = "mutation($i: StartApplicationInput!) { startApplication(input: $i) { application { title call { title } } } }",
            variables = new { i = new { callId = call, title = "I sista stund" } },
        }));
        var application = (await started.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["startApplication"]!["application"]!;
        Assert.Equal("I sista stund", application["title"]!.GetValue<string>());
        Assert.NotNull(application["call"]!["title"]);
        Assert.Equal(1, await Fond.InDatabaseAsync(db => db.Set<Application>().CountAsync(a => a.Title == "I sista stund")));
    }

    [Fact]
    public async Task A_mutation_whose_time_runs_out_before_it_is_kept_is_not_kept()
    {
        var call = await Cases.CallAsync(Fond, "helsingborg");
        await using var late = await AgainAsync(new AtStatement("\"AuditHead\"", Elapse));
        var ended = await SendAsync(late, "helsingborg-projektledare", HttpMethod.Post, "/graphql", JsonContent.Create(new
        {
            query = "mutation($i: StartApplicationInput!) { startApplication(input: $i) { application { id } } }",
            variables = new { i = new { callId = call, title = "För sent" } },
        }));
        Assert.Equal("LIMIT_EXCEEDED", await CodeAsync(ended));
        Assert.Equal(0, await Fond.InDatabaseAsync(db => db.Set<Application>().CountAsync(a => a.Title == "För sent")));
    }

    private void RunOut() => Fond.Clock.Advance(2 * Limits.Time);

    private Task Elapse(CancellationToken ct)
    {
        RunOut();
        return Task.CompletedTask;
    }

    private Task<FondServer> AgainAsync(IInterceptor interceptor) => Fond.AgainAsync(services => services.ConfigureDbContext<FondDb>(options => options.AddInterceptors(interceptor)));

    /// <summary>A question, or a form, whose time runs out at the first statement that holds a text, which only its own endpoint sends.</summary>
    private async Task EndedAsync(string statement, string? person, string path, HttpContent? form = null)
    {
        var inside = new AtStatement(statement, Elapse);
        await using var late = await AgainAsync(inside);
        using var answer = await SendAsync(late, person, form is null ? HttpMethod.Get : HttpMethod.Post, path, form);
        Assert.True(inside.IsMet);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("LIMIT_EXCEEDED", await CodeAsync(answer));
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>();

    private async Task<string> OpenAsync() => (await new Referrals(Fond).SentAsync(draft => draft["publicQuestions"] = new JsonArray("Vad tycker du?"))).Id;

    private static FormUrlEncodedContent Comment() => new([KeyValuePair.Create("answers-0", "Bra")]);

    private Task<int> CommentsAsync(string consultation)
    {
        var key = GlobalId.KeyOf<Consultation>(consultation);
        return Fond.InDatabaseAsync(db => db.Set<PublicComment>().CountAsync(c => c.ConsultationId == key));
    }

    private static async Task<HttpResponseMessage> SendAsync(FondServer fond, string? person, HttpMethod method, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (person is not null) request.Headers.Authorization = new("Bearer", fond.Services.GetRequiredService<DevelopmentTokens>().For(person));
        return await fond.Http.SendAsync(request);
    }
}
