using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Json.Schema;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.PublicRegister;

/// <summary>The grants as open data: by the 360Giving Data Standard, and as a table that is safe to open.</summary>
public sealed class OpenDataTests : FondTest
{
    /// <summary>The standard's dates are either of two formats, which only a check of formats tells apart.</summary>
    private static readonly EvaluationOptions Strict = new() { RequireFormatValidation = true };

    private Stages Stages => new(Fond);

    [Fact]
    public async Task Every_grant_is_valid_by_the_schema_of_the_standard()
    {
        await Stages.GrantedAsync();
        using var response = await Fond.Http.GetAsync("/open/grants.json", TestContext.Current.CancellationToken);
        Assert.Equal(("application/json", "public, max-age=3600"), (response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.ToString()));
        var data = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("https://creativecommons.org/publicdomain/zero/1.0/", data.GetProperty("license").GetString());
        var (schema, grants) = (Standard(), data.GetProperty("grants").EnumerateArray().ToList());
        Assert.Equal(2, grants.Count); // the demo data's in Haninge, and this one
        Assert.All(grants, grant => Assert.True(schema.Evaluate(grant, Strict).IsValid, grant.ToString()));
        Assert.Equal(grants.Count, grants.Select(g => g.GetProperty("id").GetString()).Distinct().Count());

        var incomplete = JsonNode.Parse(grants[0].GetRawText())!.AsObject();
        incomplete.Remove("awardDate");
        Assert.False(schema.Evaluate(JsonSerializer.SerializeToElement(incomplete), Strict).IsValid);
    }

    /// <summary>By what the standard demands of the file around the grants, in words of our own: its schema of that is not in the repository.</summary>
    [Fact]
    public async Task The_file_around_the_grants_is_as_the_standard_has_it()
    {
        await Stages.GrantedAsync();
        var data = JsonDocument.Parse(await Fond.Http.GetStringAsync("/open/grants.json", TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(["version", "license", "grants"], data.EnumerateObject().Select(p => p.Name));
        Assert.Matches(@"\A[0-9]+\.[0-9]+\z", data.GetProperty("version").GetString());
        Assert.True(Uri.TryCreate(data.GetProperty("license").GetString(), UriKind.Absolute, out _));
        var grants = data.GetProperty("grants").EnumerateArray().Select(g => g.GetRawText()).ToList();
        Assert.NotEmpty(grants);
        Assert.Equal(grants.Count, grants.Distinct().Count());
    }

    [Fact]
    public async Task A_rejected_application_is_no_grant()
    {
        var application = await Stages.AwaitingDecisionAsync();
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(application, "REJECTED", []), "decision { id }");
        var data = JsonDocument.Parse(await Fond.Http.GetStringAsync("/open/grants.json", TestContext.Current.CancellationToken)).RootElement;
        Assert.Single(data.GetProperty("grants").EnumerateArray());
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task What_cannot_be_read_is_answered_as_a_fault_that_nobody_keeps(string format)
    {
        await Stages.GrantedAsync();
        await Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "ApplicationBalances" """));
        using var response = await Fond.Http.GetAsync($"/open/grants.{format}", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.InternalServerError, "no-store"), (response.StatusCode, response.Headers.CacheControl!.ToString()));
        Assert.Null(response.Content.Headers.ContentDisposition);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("INTERNAL", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    public async Task No_cell_of_the_table_is_a_formula(string title)
    {
        var application = await Cases.WholeDraftAsync(Fond);
        await Stages.Lead.DoAsync("saveApplicationDraft", new { applicationId = application, title }, "application { id }");
        await Stages.Lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        await GrantAsync(application);
        using var response = await Fond.Http.GetAsync("/open/grants.csv", TestContext.Current.CancellationToken);
        Assert.Equal("grants.csv", response.Content.Headers.ContentDisposition!.FileName);
        var table = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("Identifier,Title,Description,", table.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($"\"'{title.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", table, StringComparison.Ordinal);
    }

    private async Task GrantAsync(string application)
    {
        await Stages.Officer.DoAsync("acceptApplication", new { applicationId = application }, "application { id }");
        await Stages.Officer.DoAsync("assignAssessors", new { applicationId = application, assessorIds = (await Stages.PeopleAsync("ASSESSOR")).Take(2) }, "application { id }");
        await Stages.AssessAsync(1, application);
        await Stages.AssessAsync(2, application);
        await Stages.Officer.DoAsync("proposeJointly", new { applicationId = application, recommendation = "GRANT", amounts = await Stages.AskedAsync(application), reasoning = "Bra" }, "jointProposal { id }");
        await Stages.Secretary.DoAsync("decideApplication", await Stages.DecisionAsync(application, "GRANTED", await Stages.AskedAsync(application)), "decision { id }");
    }

    /// <summary>Its draft is named by an address of http; the known one is of https.</summary>
    private static JsonSchema Standard() => JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Fond.Api.Tests", "PublicRegister", "Standards", "360-giving-schema-1.4.3.json"))
        .Replace("http://json-schema.org/draft/2020-12/schema", "https://json-schema.org/draft/2020-12/schema", StringComparison.Ordinal));
}
