using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Api.Tests.Support.Plans;

namespace Fond.Api.Tests.Impact;

/// <summary>An evaluator's system signs in by client credentials of its own with the issuer, reaches the projects that it was admitted to, and is shut out at once.</summary>
public sealed class LoggingClientTests : FondTest
{
    private const string Ask = "query($p: ID!) { node(id: $p) { ... on Project { title application { id } loggingClients { person { name } revokedAt } measurementPlans { batches { rows } } } } projects { nodes { id } } applications { nodes { id } } measurements(planId: \"x\") { nodes { id } } }";

    private const string Id = "registersystem", Secret = "bara-mellan-oss";

    private FondServer _issued = null!;
    private TestIssuer _issuer = null!;

    private Stages Stages => new(Fond);

    private Client System => new(new Credentialed(_issued, _issuer, Secret), Id);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _issuer = await TestIssuer.StartAsync(Fond.Clock);
        _issuer.Secrets[Id] = Secret;
        _issued = await Fond.AgainAsync($"--Auth:Authority={_issuer.Address}");
    }

    public override async ValueTask DisposeAsync()
    {
        await _issued.DisposeAsync();
        await _issuer.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task It_logs_for_its_project_and_reaches_no_other_project_and_no_application()
    {
        var (_, project, system) = await PlannedAsync();
        Assert.Null((await System.ReadAsync(Ask, new { p = project }))["node"]);
        await System.RefusedAsync("NOT_FOUND", "logMeasurements", Log(project), "projectId");

        await Stages.Evaluator.DoAsync("admitClient", new { projectId = project, personId = system }, "loggingClient { id }");
        Assert.Equal(1, (await System.DoAsync("logMeasurements", Log(project), "report { logged }"))["report"]!["logged"]!.GetValue<int>());
        var seen = await System.ReadAsync(Ask, new { p = project });
        Assert.Equal(1, seen["node"]!["measurementPlans"]![0]!["batches"]![0]!["rows"]!.GetValue<int>());
        Assert.Null(seen["node"]!["application"]);
        Assert.Single(seen["projects"]!["nodes"]!.AsArray());
        Assert.Empty(seen["applications"]!["nodes"]!.AsArray());

        var (_, other) = await Stages.RunningAsync();
        await System.RefusedAsync("NOT_FOUND", "logMeasurements", Log(other), "projectId");
        await System.ForbiddenAsync("FORBIDDEN", "mutation($input: SetMeasurementPlanInput!) { setMeasurementPlan(input: $input) { measurementPlan { id } } }", new { input = Plan(project) });
    }

    [Fact]
    public async Task Besides_its_project_it_reads_what_anybody_signed_in_does_and_what_measuring_goes_by()
    {
        var (_, project, system) = await PlannedAsync();
        await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("admitClient", new { projectId = project, personId = system }, "loggingClient { id }");
        var schema = (await Fond.As("administrator").ReadAsync(ListQuestions.Schema))["__schema"]!;
        var lists = new ListQuestions(schema, new Dictionary<string, string[]>()).Lists().ToList();
        await Fond.As("administrator").DoAsync("registerPerson", new { subject = "utan-roll", name = "Utan roll", organisation = "Helsingborgs stad" }, "person { id }");
        var anybodys = await AnsweredAsync(Fond.As("utan-roll"), lists);
        Assert.Equal(["indicators", "keyFigureAreas", "keyFigures", "projects"], (await AnsweredAsync(System, lists)).Except(anybodys).Order());
        Assert.DoesNotContain("applications", anybodys);
    }

    private static async Task<List<string>> AnsweredAsync(Client client, IEnumerable<string> lists)
    {
        var answered = new List<string>();
        foreach (var list in lists)
            if ((await client.AskAsync($"{{ {list} {{ edges {{ cursor }} }} }}"))["data"]?[list]?["edges"]?.AsArray().Count > 0) answered.Add(list);
        return answered;
    }

    [Fact]
    public async Task Without_its_secret_it_gets_no_token()
    {
        var fault = await Assert.ThrowsAsync<HttpRequestException>(() => new Credentialed(_issued, _issuer, "gissat").TokenAsync(Id));
        Assert.Equal(HttpStatusCode.Unauthorized, fault.StatusCode);
    }

    [Fact]
    public async Task A_token_of_a_system_that_is_not_registered_is_nobodys()
    {
        await System.ReadAsync("{ calls { nodes { id } } }");
        await System.ForbiddenAsync("UNAUTHENTICATED", "{ me { id } }");
    }

    [Fact]
    public async Task It_is_shut_out_at_once_by_the_evaluator_or_the_officer()
    {
        var (_, project, system) = await PlannedAsync();
        async Task<string> AdmitAsync() => (await Stages.Evaluator.DoAsync("admitClient", new { projectId = project, personId = system }, "loggingClient { id }"))["loggingClient"]!["id"]!.GetValue<string>();
        var first = await AdmitAsync();
        await Stages.Evaluator.RefusedAsync("LOGGING_CLIENT_ADMITTED", "admitClient", new { projectId = project, personId = system }, "personId");
        await System.ForbiddenAsync("FORBIDDEN", "mutation($input: RevokeClientInput!) { revokeClient(input: $input) { loggingClient { id } } }", new { input = new { loggingClientId = first } });
        await Stages.Evaluator.DoAsync("revokeClient", new { loggingClientId = first }, "loggingClient { revokedAt }");
        await System.RefusedAsync("NOT_FOUND", "logMeasurements", Log(project), "projectId");
        await Stages.Evaluator.RefusedAsync("LOGGING_CLIENT_REVOKED", "revokeClient", new { loggingClientId = first });
        var second = await AdmitAsync();
        await Stages.Officer.DoAsync("revokeClient", new { loggingClientId = second }, "loggingClient { revokedAt }");
        await System.RefusedAsync("NOT_FOUND", "logMeasurements", Log(project), "projectId");
        await Fond.As("haninge-utvarderare").RefusedAsync("NOT_FOUND", "revokeClient", new { loggingClientId = second }, "loggingClientId");
    }

    [Fact]
    public async Task Only_the_projects_evaluator_admits_and_only_what_may_evaluate()
    {
        var (_, project, system) = await PlannedAsync();
        var lead = (await Stages.Lead.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        var evaluator = (await Stages.Evaluator.ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await Stages.Evaluator.RefusedAsync("PROJECT_EVALUATOR_ROLE_MISSING", "admitClient", new { projectId = project, personId = lead }, "personId");
        await Stages.Evaluator.RefusedAsync("LOGGING_CLIENT_IS_EVALUATOR", "admitClient", new { projectId = project, personId = evaluator }, "personId");
        await Fond.As("haninge-utvarderare").RefusedAsync("NOT_FOUND", "admitClient", new { projectId = project, personId = system }, "projectId");
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: AdmitClientInput!) { admitClient(input: $input) { loggingClient { id } } }", new { input = new { projectId = project, personId = system } });
    }

    private async Task<(string Application, string Project, string System)> PlannedAsync()
    {
        var (application, project) = await Stages.RunningAsync();
        await Stages.Evaluator.DoAsync("setMeasurementPlan", Plan(project), "measurementPlan { id }");
        var administrator = Fond.As("administrator");
        var system = (await administrator.DoAsync("registerPerson", new { subject = Id, name = "Registersystem", organisation = "Utvärderaren" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        var fund = (await administrator.ReadAsync("{ funds(municipality: \"Helsingborg\") { nodes { id } } }"))["funds"]!["nodes"]![0]!["id"]!.GetValue<string>();
        await administrator.DoAsync("grantRole", new { personId = system, role = "EVALUATOR", fundId = fund }, "person { id }");
        return (application, project, system);
    }

    private static object Plan(string project) => new
    {
        projectId = project,
        design = "BEFORE_AFTER",
        indicators = new[] { new { code = "NARVARO", name = "Närvaro", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" } },
        waves = new object[] { new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true }, new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" } },
    };

    private static object Log(string project) => new { projectId = project, rows = new[] { new { rowKey = "a", indicator = "NARVARO", wave = "w0", group = "INTERVENTION", measuredOn = "2019-03-01", n = 10, events = 5 } } };

    /// <summary>Gets its tokens as a machine does.</summary>
    private sealed class Credentialed(FondServer fond, TestIssuer issuer, string secret) : IFond
    {
        public HttpClient Http => fond.Http;

        public DateOnly Today => fond.Today;

        public async Task<string> TokenAsync(string person)
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", person), new("client_secret", secret)]);
            using var response = await Http.PostAsync(new Uri(issuer.Address + "/token"), form);
            return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
        }
    }
}
