using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using static Fond.Api.Tests.Support.ChangedDefinition;

namespace Fond.Api.Tests.Access;

/// <summary>Nothing new is open by accident: what anybody may reach is found out by asking, and is what docs/access.md says.</summary>
public sealed class AccessTableTests : FondTest
{
    [Fact]
    public async Task Who_reaches_what_is_what_the_documentation_says()
    {
        using var definitions = new ChangedDefinition();
        await using var fond = await definitions.AgainAsync(Fond, "application.json", file => State(file, "granted")["transitions"]!.AsArray().Add(Step));
        var ground = new AccessGround(fond);
        await ground.PrepareAsync();
        await MarkAsync(ground.Here, "OSL 26 kap. 1 §");
        await fond.InDatabaseAsync(Filled.EverywhereAsync);
        var table = new AccessTable(fond, ground);
        var told = string.Join('\n', Introduction, "## Queries\n", await table.QueriesAsync(), "## Objects and fields\n", await table.ObjectsAsync());
        await MarkAsync(ground.Here, null); // or nobody could answer what the public is asked of the case
        var page = string.Join('\n', told, "## Endpoints\n", await table.EndpointsAsync(), "## Mutations\n", await table.MutationsAsync());
        var file = Path.Combine(Repository.Root, "docs", "access.md");
        if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") await File.WriteAllTextAsync(file, page);
        Assert.Equal(BySecret.Order(StringComparer.Ordinal), table.Closed.Order(StringComparer.Ordinal));
        var unfilled = Unfilled.Values.SelectMany(fields => fields).ToList();
        Assert.True(unfilled.ToHashSet().SetEquals(table.Empty), $"Empty and not said why: {string.Join(", ", table.Empty.Except(unfilled))}. Not empty: {string.Join(", ", unfilled.Except(table.Empty))}.");
        Assert.Equal((await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n"), page);
    }

    /// <summary>Of the case officer's, in the state of the case that is probed, where it stays.</summary>
    private static JsonObject Step => new() { ["trigger"] = ProbeInput.AddedStep, ["to"] = "granted", ["by"] = new JsonArray("CASE_OFFICER") };

    /// <summary>The case, a field of it, a file, and an entry of it; a matter and an entry of it.</summary>
    /// <param name="ground">Null lifts them.</param>
    private async Task MarkAsync(Dictionary<string, string> place, string? ground)
    {
        var officer = Fond.As("helsingborg-handlaggare");
        foreach (var field in new[] { null, "summary" }) await officer.DoAsync("markApplication", new { applicationId = place["applicationId"], field, ground }, "application { id }");
        await officer.DoAsync("markAttachment", new { attachmentId = place["attachmentId"], ground }, "attachment { id }");
        await officer.DoAsync("markDocument", new { documentId = place["documentId"], ground }, "document { id }");
        await officer.DoAsync("markMatter", new { matterId = place["matterId"], ground }, "matter { id }");
        await officer.DoAsync("markMatterDocument", new { matterDocumentId = place["matterDocumentId"], ground }, "document { id }");
    }

    /// <summary>Fields that say nothing of any object that is asked for, so that who is told what they say is not found out here; and why.</summary>
    private static readonly Dictionary<string, string[]> Unfilled = new()
    {
        ["a day or a kind by which rules go: with it the row would be others' to see, or what is tried after would be refused"] =
        [
            "Application.supplementLastDay", "CaseDocument.disposedAt", "CatalogueIndicator.retiredFrom",
            "Consultation.withdrawnAt", "DecisionMemo.finishedAt", "DecisionMemo.sha256", "Disposal.settledAt", "Disposal.settledBy", "Incident.retriedAt",
            "LoggingClient.revokedAt", "Matter.closedBy", "Matter.closedOn", "MatterDocument.disposedAt", "Notification.readAt", "PlanVersion.reason", "PriceLine.to", "Project.closedOn", "Project.finalReport", "Project.future", "Project.lateBaseline",
            "Project.futureDecidedOn", "ProjectKeyFigure.droppedAt", "Ranking.closedAt", "Ranking.settledAt", "WorkflowTimer.firedAt", "WorkflowTimer.trigger"
        ],
        ["a key or number that no row of a count of events has, as ImpactApiTests shows with those that have"] =
        [
            "Measurement.exposure", "Measurement.mean", "Measurement.siteKey", "Measurement.standardDeviation", "Measurement.subgroup", "Measurement.subjectKey", "Measurement.value"
        ],
        ["told to nobody before the chair has closed the vote, as RankingApiTests shows"] =
        [
            "Ranking.ballots", "Ranking.myBallot", "Ranking.order", "Ranking.pairs", "Ranking.result"
        ],
        ["there once Kolada has been asked, as KoladaTests shows"] =
        [
            "KeyFigure.fetchFault", "KeyFigure.fetchedAt", "KeyFigure.nextFetchAt", "KeyFigureArea.koladaId", "KeyFigureValue.missing"
        ],
        ["there once an import has run, as ImportTests shows"] =
        [
            "MeasurementImport.batch", "MeasurementImport.endedAt", "MeasurementImport.faults", "MeasurementImport.warnings"
        ],
        ["no text or number of the row itself, and the probed things have none"] =
        [
            "Application.coAuthors", "Application.formerCoAuthors", "Application.ideaDecision", "Application.invitedCoAuthors", "ChangeStory.files", "Measure.application", "Measure.order",
            "MeasurementPlan.attained", "MeasurementPlan.besideSeries", "MeasurementPlan.followed", "MeasurementPlan.logicModel", "Minutes.corrections", "Minutes.replacements", "Minutes.reviews", "Observation.themes",
            "Project.qualitative", "ProjectKeyFigure.comparison", "ReleaseRequest.maskedFields", "RepaymentAgreement.contract"
        ],
    };

    /// <summary>What a link with a secret in it opens, so that it is closed to every role; all else is there for somebody.</summary>
    private static readonly string[] BySecret = ["GET /remiss", "GET /remiss/handling", "POST /remiss", "POST /remiss/tid", "GET /tillstyrkan", "POST /tillstyrkan"];

    private static readonly string Introduction = """
        # Who reaches what

        Made by a test that asks a running Fond for each cell, as three people a role: one who holds it in every fund, one who holds it in Helsingborg's alone and whom nothing
        there concerns, and one whom something there concerns (who leads, assesses or evaluates it, approves the minutes, or sits in a body that was asked for an opinion). `PUBLIC` is whoever is not signed in, `NO_ROLE` who is
        signed in and holds no role. `FOND_UPDATE_SNAPSHOTS=1 dotnet test` writes it anew.

        | cell | means |
        | --- | --- |
        | none | refused, or nothing there |
        | own | what concerns the person: what they lead, assess, evaluate, answer or were told |
        | scoped | what belongs to the funds in which the role is held, or a part of it |
        | all | everything; for some things only where the role is held in every fund |

        Objects are asked for by their ids. What one may not see is null or `NOT_FOUND`, whether it exists or not. A cell says whom the door lets in; what the rules of the matter
        (phases, limits, conflicts of interest) then allow is not in it. A step that a definition adds is taken by whom it names: `moveCase` is tried with one of the case officer's. `/remiss` and `/tillstyrkan` open by a link with a secret in it, to no role. The `/dev` and `/walkthrough` endpoints exist in Development alone.

        """.ReplaceLineEndings("\n");
}
