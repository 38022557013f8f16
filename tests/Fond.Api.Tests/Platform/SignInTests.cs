using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Fond.Api.Development;
using Fond.Api.Hosting;
using Fond.Api.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Fond.Api.Tests.Platform;

public sealed class SignInTests : FondTest
{
    [Fact]
    public async Task A_demo_person_signs_in()
    {
        var me = await Fond.As("administrator").ReadAsync("{ me { name roles { role } } }");
        Assert.Contains(me["me"]!["roles"]!.AsArray(), r => r!["role"]!.GetValue<string>() == "ADMINISTRATOR");
    }

    [Fact]
    public async Task An_address_is_shown_to_its_person_and_those_who_administer_alone()
    {
        var own = (await Fond.As("helsingborg-projektledare").ReadAsync("{ me { id email } }"))["me"]!;
        Assert.NotNull(own["email"]);
        const string ask = "query($id: ID!) { node(id: $id) { ... on Person { email } } }";
        Assert.Null((await Fond.As("helsingborg-bedomare-1").ReadAsync(ask, new { id = own["id"] }))["node"]!["email"]);
        Assert.NotNull((await Fond.As("revisor").ReadAsync(ask, new { id = own["id"] }))["node"]!["email"]);
    }

    [Fact]
    public async Task A_token_past_its_time_is_refused()
    {
        var token = Fond.Services.GetRequiredService<DevelopmentTokens>().For("administrator");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(token));
        Fond.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(token));
    }

    [Fact]
    public async Task A_token_signed_by_another_key_or_by_none_is_refused()
    {
        var other = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 32)));
        var now = Fond.Clock.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = "fond-development",
            Audience = "fond",
            Claims = new Dictionary<string, object> { ["sub"] = "administrator" },
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddHours(1),
        };
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(new JsonWebTokenHandler().CreateToken(descriptor)));
        descriptor.SigningCredentials = new SigningCredentials(other, SecurityAlgorithms.HmacSha256);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(new JsonWebTokenHandler().CreateToken(descriptor)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("rubbish"));
    }

    [Fact]
    public async Task Without_a_token_one_is_the_public() =>
        await Fond.As(null).ForbiddenAsync("UNAUTHENTICATED", "{ people { nodes { id } } }");

    [Fact]
    public async Task A_role_that_is_revoked_is_gone_at_once()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject = "ny", name = "Ny", organisation = "Kommunen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        await administrator.DoAsync("grantRole", new { personId = person, role = "AUDITOR" }, "person { id }");
        await Fond.As("ny").ReadAsync("{ audit(first: 1) { nodes { sequence } } }");
        await administrator.DoAsync("revokeRole", new { personId = person, role = "AUDITOR" }, "person { id }");
        await Fond.As("ny").ForbiddenAsync("FORBIDDEN", "{ audit(first: 1) { nodes { sequence } } }");
    }

    [Fact]
    public async Task Development_sign_in_does_not_exist_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory("fond-production-");
        await using var app = await FondHost.BuildAsync(["--environment=Production", "--urls=http://127.0.0.1:0", "--Auth:Authority=https://login.example.org",
            $"--ConnectionStrings:Fond=Data Source={folder.FullName}/fond.db", "--Background:Enabled=false", "--Seed:Reference=false"]);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/dev/people")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsJsonAsync("/dev/token", new { person = "administrator" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/walkthrough")).StatusCode);
        await app.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task While_the_issuer_cannot_be_reached_a_token_is_neither_good_nor_bad()
    {
        await using var alone = await Fond.AgainAsync($"--Auth:Authority=http://127.0.0.1:{Loopback.FreePort()}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Fond.Services.GetRequiredService<DevelopmentTokens>().For("administrator"));
        using var answer = await alone.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"UNAVAILABLE\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotNull(answer.Headers.RetryAfter);
        await alone.As(null).ReadAsync("{ calls { nodes { id } } }"); // the public needs no issuer
    }

    [Fact]
    public async Task No_key_is_left_on_the_disk()
    {
        var folder = new DirectoryInfo(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aspnet", "DataProtection-Keys"));
        var before = Keys();
        await using var app = FondHost.Build(["--environment=Production", "--Auth:Authority=https://login.example.org"]);
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect([1]);
        Assert.Equal(before, Keys());

        string[] Keys() => folder.Exists ? [.. folder.EnumerateFiles().Select(f => $"{f.Name} {f.LastWriteTimeUtc:O}").Order(StringComparer.Ordinal)] : [];
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __typename }" }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return (await Fond.Http.SendAsync(request)).StatusCode;
    }
}
