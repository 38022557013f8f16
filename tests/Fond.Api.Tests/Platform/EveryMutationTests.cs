using System.Text.Json.Nodes;
using Fond.Api.Tests.Meetings;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Workflows;

namespace Fond.Api.Tests.Platform;

/// <summary>What holds for every mutation that concerns a case, by the schema itself, so that none is forgotten: versions and closed cases.</summary>
public sealed class EveryMutationTests : FondTest
{
    private const long Stale = 987_654;

    private static readonly string[] OfCases = ["meetingId", "minutesId", "consultationId", "applicationId", "projectId", "assessmentId", "attachmentId", "documentId", "releaseRequestId"];

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_changes_nothing()
    {
        var (_, ids) = await CaseAsync();
        var everybody = await WithEveryRoleAsync();
        await EachAsync(everybody, ids, input => input["expectedVersion"] = Stale, (mutation, field, errors) =>
            Assert.True(errors is ["CONFLICT expectedVersion"], $"{mutation} by {field}: {string.Join(", ", errors)}"));
    }

    [Fact]
    public async Task In_a_case_that_is_closed_nothing_is_done_but_what_comes_after()
    {
        var (stages, ids) = await CaseAsync();
        var today = Fond.Today.ToString("yyyy-MM-dd", null);
        await stages.Secretary.DoAsync("callOffProject", new { projectId = ids["projectId"], reasons = "Slut", decidedOn = today }, "project { id }");
        var everybody = await WithEveryRoleAsync();
        foreach (var client in new[] { everybody, stages.Lead, stages.Assessor(1), stages.Evaluator })
            await EachAsync(client, ids.Where(i => i.Key is not ("consultationId" or "meetingId" or "minutesId")).ToDictionary(), _ => { }, (mutation, field, errors) =>
                Assert.True(errors.Count > 0 && !errors.Contains("INTERNAL "), $"{mutation} by {field}: {string.Join(", ", errors)}"),
                except: ["returnFunds", "recordRepayment", "createConsultation", "markApplication", "markAttachment", "markDocument", "requestRelease"]); // money comes back, opinions are asked for, and papers asked after, long after
    }

    /// <summary>Sends every mutation that takes one of the ids, otherwise filled with what may be, and looks at its errors.</summary>
    private async Task EachAsync(Client client, Dictionary<string, string> ids, Action<JsonObject> change, Action<string, string, IReadOnlyList<string>> look, string[]? except = null)
    {
        var schema = new InputSchema((await Fond.As("administrator").ReadAsync(InputSchema.Query))["__schema"]!);
        var (before, sent) = (await WrittenAsync(), 0);
        foreach (var mutation in schema.Mutations)
        {
            var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
            var input = schema.Value(mutation + "Input", "Text", "abc");
            if (except?.Contains(name) == true || OfCases.FirstOrDefault(f => input.ContainsKey(f) && ids.ContainsKey(f)) is not { } field) continue;
            if (name is "createConsultation" or "changeConsultation") (input["fundId"], input["programmeId"], input["bodyIds"]) = (null, null, new JsonArray());
            input[field] = ids[field];
            if (name == "moveCase") (input["workflow"], input["trigger"]) = ("application", "approveTriage");
            var versioned = schema.Type(mutation + "Input")["inputFields"]!.AsArray().Any(f => f!["name"]!.GetValue<string>() == "expectedVersion");
            change(input);
            if ((name == "createConsultation" || !versioned) && input["expectedVersion"]?.GetValue<long>() == Stale) continue; // there is nothing yet to be stale, or nothing that is changed
            var answer = await client.AskAsync($"mutation($input: {mutation}Input!) {{ {name}(input: $input) {{ errors {{ code path }} }} }}", new { input });
            look(name, field, Errors(answer, name));
            sent++;
        }

        Assert.True(sent > 10);
        Assert.Equal(before, await WrittenAsync());
    }

    private static List<string> Errors(JsonNode answer, string name) =>
    [
        .. (answer["errors"]?.AsArray() ?? []).Select(e => $"{e!["extensions"]!["code"]} "),
        .. (answer["data"]?[name]?["errors"]?.AsArray() ?? []).Select(e => $"{e!["code"]} {string.Join('.', e["path"]!.AsArray())}"),
    ];

    /// <summary>A running project in Helsingborg, with something of each kind.</summary>
    private async Task<(Stages Stages, Dictionary<string, string> Ids)> CaseAsync()
    {
        var stages = new Stages(Fond);
        var draft = await Cases.WholeDraftAsync(Fond);
        var upload = await stages.Lead.RequestAsync(HttpMethod.Post, $"/applications/{draft}/attachments?fileName=a.pdf");
        upload.Content = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        var attachment = JsonNode.Parse(await (await stages.Lead.SendAsync(upload)).Content.ReadAsStringAsync())!["id"]!.GetValue<string>();
        await stages.Lead.DoAsync("submitApplication", new { applicationId = draft }, "application { id }");
        var (application, project) = await stages.RunningAsync();
        var consultation = (await stages.Officer.DoAsync("createConsultation", new { applicationId = application, title = "Remiss", lastDay = "2026-06-01" }, "consultation { id }"))["consultation"]!["id"]!.GetValue<string>();
        var document = (await stages.Officer.DoAsync("registerDocument", new { applicationId = application, kind = "NOTE", direction = "DRAWN_UP", on = "2026-03-10", subject = "Samtal" }, "document { id }"))["document"]!["id"]!.GetValue<string>();
        return (stages, new()
        {
            ["applicationId"] = application,
            ["projectId"] = project,
            ["assessmentId"] = await stages.AssessmentAsync(1, application),
            ["attachmentId"] = attachment,
            ["consultationId"] = consultation,
            ["documentId"] = document,
            ["releaseRequestId"] = (await stages.Officer.DoAsync("requestRelease", new { documentId = document, receivedOn = "2026-03-10" }, "releaseRequest { id }"))["releaseRequest"]!["id"]!.GetValue<string>(),
            ["meetingId"] = await new MeetingStages(Fond).CalledAsync("Årsplan för styrgruppen"),
            ["minutesId"] = await new MeetingStages(Fond).MinutesAsync(),
        });
    }

    private async Task<Client> WithEveryRoleAsync()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject = "allt", name = "Allt", organisation = "Ingen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        foreach (var role in Enum.GetValues<global::Fond.Domain.Access.Role>())
            await administrator.DoAsync("grantRole", new { personId = person, role = WorkflowNames.Of(role) }, "person { id }");
        return Fond.As("allt");
    }

    private Task<long> WrittenAsync() => Fond.InDatabaseAsync(db => Task.FromResult(db.Set<AuditHead>().Single().Sequence));
}
