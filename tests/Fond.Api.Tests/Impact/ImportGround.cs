using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Impact;

/// <summary>A project with a plan, and files of measurements that are sent to it.</summary>
internal static class ImportGround
{
    public static async Task<string> PlannedAsync(Stages stages)
    {
        var (_, project) = await stages.RunningAsync();
        await stages.Evaluator.DoAsync("setMeasurementPlan", new
        {
            projectId = project,
            design = "MATCHED_COMPARISON",
            indicators = new object[]
            {
                new { code = "trygghet", name = "Trygghet", unit = "andel", kind = "SHARE", direction = "HIGHER_IS_BETTER" },
                new { code = "halsa", name = "Hälsa", unit = "poäng", kind = "MEAN", direction = "HIGHER_IS_BETTER" },
            },
            waves = new object[]
            {
                new { code = "w0", name = "Före", from = "2019-01-01", to = "2019-06-30", isBaseline = true },
                new { code = "w1", name = "Efter", from = "2021-01-01", to = "2021-06-30" },
            },
        }, "measurementPlan { id }");
        return project;
    }

    public static async Task<HttpResponseMessage> PostAsync(Client client, string project, byte[] file, string options = "", string? key = null)
    {
        var request = await client.RequestAsync(HttpMethod.Post, $"/projects/{project}/measurements{options}");
        request.Content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    public static async Task<string> IdOfAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }

    public static async Task<string> CodeOfAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!["errors"]![0]!["code"]!.GetValue<string>();
    }
}
