using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using Fond.Domain.Impact;
using Fond.Features.Impact.Imports;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Impact;

/// <summary>Measurements as a file: received at once, worked through by the sweep, asked for by its id.</summary>
public sealed class ImportTests : FondTest
{
    private const string Header = "rowKey,indicator,wave,group,measuredOn,subjectKey,value,n,events\n";
    private const string Ask = "query($i: ID!) { measurementImport(importId: $i) { state mode dryRun rowsDone logged unchanged faulty faults { row column code message } batch { rows salt sha256 } loggedBy { name } at endedAt } }";

    private Stages Stages => new(Fond);

    [Fact]
    public async Task A_file_is_logged_whole_and_told_of_by_its_id()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\nb,trygghet,w0,comparison,2019-03-02,,,10,4\n");
        var waiting = await ReadAsync(id);
        Assert.Equal(("QUEUED", 0, "Följeforskare, Helsingborg"), (State(waiting), waiting["rowsDone"]!.GetValue<int>(), waiting["loggedBy"]!["name"]!.GetValue<string>()));
        Assert.Equal(0, await CountAsync());
        await Fond.SweepAsync();
        var done = await ReadAsync(id);
        Assert.Equal(("DONE", 2, 2, 0, 2), (State(done), done["rowsDone"]!.GetValue<int>(), done["logged"]!.GetValue<int>(), done["faulty"]!.GetValue<int>(), done["batch"]!["rows"]!.GetValue<int>()));
        Assert.Equal((2, 0), (await CountAsync(), await Fond.InDatabaseAsync(db => db.Set<ImportPiece>().CountAsync())));

        var again = await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.50,,\n");
        await Fond.SweepAsync();
        var same = await ReadAsync(again);
        Assert.Equal(("DONE", 0, 1, null), (State(same), same["logged"]!.GetValue<int>(), same["unchanged"]!.GetValue<int>(), same["batch"]));
    }

    [Fact]
    public async Task It_logs_what_the_same_rows_by_GraphQL_would()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, "\ufeffMATTDAG;".Replace("MATTDAG", "measuredOn", StringComparison.Ordinal) + "group;wave;indicator;rowKey;subjectKey;value;siteKey;subgroup\r\n2019-03-01;INTERVENTION;w0;halsa;a;s1;\u22123,5;\"skola; 1\";\r\n");
        await Fond.SweepAsync();
        var batch = (await ReadAsync(id))["batch"]!;
        var row = new MeasurementRow { RowKey = "a", Indicator = "halsa", Wave = "w0", Group = MeasurementGroup.Intervention, MeasuredOn = new(2019, 3, 1), SubjectKey = "s1", Value = -3.5m, SiteKey = "skola; 1" };
        using var sum = new RowChecksum(batch["salt"]!.GetValue<string>());
        Assert.Equal(sum.Add([row]).ToString(), batch["sha256"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_faulty_row_refuses_them_all_and_each_is_named_by_line_and_column()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var file = Header + """
            a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,
            b,halsa,w9,INTERVENTION,2019-03-01,s2,"4,5",,
            c,halsa,w0,ALLA,1/3 2019,s3,4,,

            ,halsa,w0,INTERVENTION,2019-03-01,s4,4,,
            a,halsa,w0,INTERVENTION,2019-03-01,s5,4,,
            f,halsa,w0,INTERVENTION,2019-03-01,19811228-9874,4,,
            g,halsa,w0
            h,trygghet,w9,INTERVENTION,2019-03-01,,,10.5,3
            """;
        var id = await SendAsync(project, file);
        await Fond.SweepAsync();
        var failed = await ReadAsync(id);
        Assert.Equal(("FAILED", 8, 0, 7), (State(failed), failed["rowsDone"]!.GetValue<int>(), failed["logged"]!.GetValue<int>(), failed["faulty"]!.GetValue<int>()));
        Assert.Equal(["3 value IMPORT_CELL_NOT_NUMBER", "4 group IMPORT_CELL_NOT_GROUP", "4 measuredOn IMPORT_CELL_NOT_DAY", "6 rowKey IMPORT_CELL_MISSING", "7 rowKey MEASUREMENT_KEY_REPEATED",
            "8 subjectKey MEASUREMENT_PERSONAL_NUMBER", "9  IMPORT_ROW_LENGTH", "10 n IMPORT_CELL_NOT_WHOLE"], failed["faults"]!.AsArray().Select(Fault));
        Assert.Equal(0, await CountAsync());

        var valid = await SendAsync(project, file, "?mode=VALID_ROWS");
        var dry = await SendAsync(project, file, "?mode=VALID_ROWS&dryRun=true");
        await Fond.SweepAsync();
        Assert.Equal(("DONE", "QUEUED"), (State(await ReadAsync(valid)), State(await ReadAsync(dry)))); // one a sweep
        await Fond.SweepAsync();
        Assert.Equal(("DONE", 1, 7), (State(await ReadAsync(valid)), (await ReadAsync(valid))["logged"]!.GetValue<int>(), (await ReadAsync(valid))["faulty"]!.GetValue<int>()));
        Assert.Equal(("DONE", 0, 1, true), (State(await ReadAsync(dry)), (await ReadAsync(dry))["logged"]!.GetValue<int>(), (await ReadAsync(dry))["unchanged"]!.GetValue<int>(), (await ReadAsync(dry))["dryRun"]!.GetValue<bool>()));
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("rowKey,indicator,wave,group\n", "1  IMPORT_COLUMN_MISSING")]
    [InlineData("rowKey,ROWKEY,indicator,wave,group,measuredOn\n", "1  IMPORT_COLUMN_REPEATED")]
    [InlineData("rowKey,indicator,wave,group,measuredOn,name\n", "1  IMPORT_COLUMN_UNKNOWN")]
    [InlineData("rowKey,indicator,wave,group,measuredOn\n", "0  MEASUREMENT_ROWS_MISSING")]
    [InlineData("rowKey,indicator,wave,group,measuredOn\n\"a,b,c,d,e\n", "2  IMPORT_NOT_CSV")]
    [InlineData("\r\n\r\n", "0  IMPORT_EMPTY")]
    public async Task A_file_that_is_no_table_of_measurements_logs_nothing(string file, string fault)
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, file);
        await Fond.SweepAsync();
        var failed = await ReadAsync(id);
        Assert.Equal(("FAILED", fault), (State(failed), Fault(Assert.Single(failed["faults"]!.AsArray()))));
    }

    /// <summary>A file without a header would have somebody's name told back, and kept in the trail.</summary>
    [Fact]
    public async Task A_column_that_is_not_known_is_named_by_its_place_alone()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, "rowKey,indicator,Anna Andersson,wave,group,measuredOn\n");
        await Fond.SweepAsync();
        var fault = Assert.Single((await ReadAsync(id))["faults"]!.AsArray())!;
        Assert.Contains("column 3 ", fault["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", fault.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_has_three_that_have_not_ended_and_no_more()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        const string file = Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n";
        string[] three = [await SendAsync(project, file), await SendAsync(project, file, "?dryRun=true"), await SendAsync(project, file)];
        var refused = await ImportGround.PostAsync(Stages.Evaluator, project, Encoding.UTF8.GetBytes(file));
        var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Equal(("IMPORT_TOO_MANY_AT_ONCE", "projectId"), (await ImportGround.CodeOfAsync(refused), body["path"]![0]!.GetValue<string>()));
        await Stages.Evaluator.DoAsync("cancelMeasurementImport", new { importId = three[1] }, "measurementImport { state }");
        await SendAsync(project, file);
    }

    [Fact]
    public async Task Other_encodings_are_refused_as_such()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, Encoding.Latin1.GetBytes(Header + "å,halsa,w0,INTERVENTION,2019-03-01,s1,4,,\n")));
        await Fond.SweepAsync();
        Assert.Equal("IMPORT_NOT_TEXT", Assert.Single((await ReadAsync(id))["faults"]!.AsArray())!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_waiting_file_is_called_off_once_and_logs_nothing()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n");
        await Fond.As("haninge-utvarderare").RefusedAsync("NOT_FOUND", "cancelMeasurementImport", new { importId = id }, "importId");
        await Stages.Officer.ForbiddenAsync("FORBIDDEN", "mutation($input: CancelMeasurementImportInput!) { cancelMeasurementImport(input: $input) { errors { code } } }", new { input = new { importId = id } });
        await Stages.Evaluator.DoAsync("cancelMeasurementImport", new { importId = id }, "measurementImport { state }");
        await Fond.SweepAsync();
        Assert.Equal(("CANCELLED", 0), (State(await ReadAsync(id)), await CountAsync()));
        await Stages.Evaluator.RefusedAsync("IMPORT_ENDED", "cancelMeasurementImport", new { importId = id });
    }

    [Fact]
    public async Task It_is_the_evaluators_alone_and_of_their_own_project()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        byte[] file = [.. Encoding.UTF8.GetBytes(Header)];
        Assert.Equal(HttpStatusCode.Forbidden, (await ImportGround.PostAsync(Stages.Lead, project, file)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ImportGround.PostAsync(Fond.As("haninge-utvarderare"), project, file)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ImportGround.PostAsync(Fond.As(null), project, file)).StatusCode);
        Assert.Equal("IMPORT_EMPTY", await ImportGround.CodeOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, [])));
        Assert.Equal("IMPORT_OPTION_UNKNOWN", await ImportGround.CodeOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, file, "?mode=SOME")));
        var id = await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, file));
        const string list = "query($p: ID!) { node(id: $p) { ... on Project { measurementImports { id } } } }";
        Assert.Single((await Stages.Evaluator.ReadAsync(list, new { p = project }))["node"]!["measurementImports"]!.AsArray());
        Assert.Empty((await Stages.Lead.ReadAsync(list, new { p = project }))["node"]!["measurementImports"]!.AsArray());
        foreach (var other in new[] { Fond.As("haninge-utvarderare"), Fond.As("revisor"), Fond.As("administrator") })
            Assert.Null((await other.ReadAsync(Ask, new { i = id }))["measurementImport"]);
    }

    [Fact]
    public async Task Its_faults_are_fetched_as_CSV_by_those_who_may_read_it()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, Header + "a,=1+1,w0,INTERVENTION,2019-03-01,s1,41.5,,\nb,halsa,w9,INTERVENTION,2019-03-01,s2,4,,\n");
        await Fond.SweepAsync();
        var csv = await FaultsAsync(Stages.Evaluator, id);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (csv.StatusCode, csv.Content.Headers.ContentType!.MediaType));
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\ufeff').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("row,column,code,message,severity", lines[0]);
        Assert.StartsWith("2,indicator,MEASUREMENT_INDICATOR_UNKNOWN,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("3,wave,MEASUREMENT_WAVE_UNKNOWN,", lines[2], StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.EndsWith(",FAULT", line, StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
        foreach (var other in new[] { Stages.Lead, Stages.Officer, Fond.As("haninge-utvarderare"), Fond.As("revisor") }) Assert.Equal(HttpStatusCode.NotFound, (await FaultsAsync(other, id)).StatusCode);
    }

    /// <summary>10 150 faults: 200 with the progress, 10 000 in the file, and the rest as a number.</summary>
    [Fact]
    public async Task Whoever_mends_a_file_gets_thousands_of_faults_and_whoever_asks_how_far_it_has_come_the_first()
    {
        const int bad = 10_150;
        var project = await ImportGround.PlannedAsync(Stages);
        var file = new StringBuilder(Header);
        for (var i = 0; i < bad; i++) file.Append(CultureInfo.InvariantCulture, $"r{i},halsa,w9,INTERVENTION,2019-03-01,s{i},4,,\n");
        var (dry, refused, valid) = (await SendAsync(project, file.ToString(), "?mode=VALID_ROWS&dryRun=true"), await SendAsync(project, file.ToString()), await SendAsync(project, file.Append("good,halsa,w0,INTERVENTION,2019-03-01,good,4,,\n").ToString(), "?mode=VALID_ROWS"));
        for (var i = 0; i < 3; i++) await Fond.SweepAsync();
        foreach (var (id, state) in new[] { (dry, "DONE"), (refused, "FAILED"), (valid, "DONE") })
        {
            var ended = await ReadAsync(id);
            Assert.Equal((state, bad, 200), (State(ended), ended["faulty"]!.GetValue<int>(), ended["faults"]!.AsArray().Count));
            var lines = (await LinesAsync(id)).Where(l => l.EndsWith(",FAULT", StringComparison.Ordinal)).ToList();
            Assert.Equal(Enumerable.Range(2, 10_000).Select(row => $"{row},wave,MEASUREMENT_WAVE_UNKNOWN"), lines.SkipLast(1).Select(l => string.Join(',', l.Split(',')[..3])));
            Assert.StartsWith("0,,IMPORT_FAULTS_MORE,\"The file has 150 more faults, which are not shown.\"", lines[^1], StringComparison.Ordinal);
        }
    }

    /// <summary>10 150 good rows that come years after their wave, and one that cannot be read.</summary>
    [Fact]
    public async Task Thousands_of_warnings_are_kept_too_after_the_faults()
    {
        const int late = 10_150;
        var project = await ImportGround.PlannedAsync(Stages);
        var file = new StringBuilder(Header);
        for (var i = 0; i < late; i++) file.Append(CultureInfo.InvariantCulture, $"r{i},halsa,w0,INTERVENTION,2019-03-01,s{i},4,,\n");
        var id = await SendAsync(project, file.Append("bad,halsa,w9,INTERVENTION,2019-03-01,bad,4,,\n").ToString(), "?mode=VALID_ROWS");
        await Fond.SweepAsync();
        var ended = (await Stages.Evaluator.ReadAsync("query($i: ID!) { measurementImport(importId: $i) { state warned warnings { row } } }", new { i = id }))["measurementImport"]!;
        Assert.Equal(("DONE", late, 200), (State(ended), ended["warned"]!.GetValue<int>(), ended["warnings"]!.AsArray().Count));
        var lines = await LinesAsync(id);
        Assert.Equal($"{late + 2},wave,MEASUREMENT_WAVE_UNKNOWN", string.Join(',', lines[1].Split(',')[..3]));
        Assert.Equal(Enumerable.Range(2, 10_000).Select(row => $"{row},wave,MEASUREMENT_LATE"), lines[2..^1].Select(l => string.Join(',', l.Split(',')[..3])));
        Assert.StartsWith("0,,IMPORT_WARNINGS_MORE,\"The file has 150 more warnings, which are not shown.\"", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[2..], line => Assert.EndsWith(",WARNING", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_kept_its_first_warnings_alone_says_how_many_more_there_were()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var file = new StringBuilder(Header);
        for (var i = 0; i < 250; i++) file.Append(CultureInfo.InvariantCulture, $"r{i},halsa,w0,INTERVENTION,2019-03-01,s{i},4,,\n");
        var id = await SendAsync(project, file.ToString());
        await Fond.SweepAsync();
        Assert.Equal(251, (await LinesAsync(id)).Length);
        await Fond.InDatabaseAsync(db => db.Set<FurtherFaults>().ExecuteDeleteAsync()); // as it was while those after the first were not kept
        var lines = await LinesAsync(id);
        Assert.Equal(202, lines.Length);
        Assert.StartsWith("0,,IMPORT_WARNINGS_MORE,\"The file has 50 more warnings, which are not shown.\",WARNING", lines[^1], StringComparison.Ordinal);
    }

    private async Task<string[]> LinesAsync(string id) =>
        (await (await FaultsAsync(Stages.Evaluator, id)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<HttpResponseMessage> FaultsAsync(Client client, string id) => await client.SendAsync(await client.RequestAsync(HttpMethod.Get, $"/measurement-imports/{id}/faults.csv"));

    [Fact]
    public async Task Who_may_no_longer_log_has_nothing_logged()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n");
        await Fond.InDatabaseAsync(db => db.Set<Domain.Access.RoleGrant>().Where(g => g.Role == Domain.Access.Role.Evaluator).ExecuteDeleteAsync());
        await Fond.SweepAsync();
        await IsRefusedAsync();
    }

    [Fact]
    public async Task The_same_key_and_file_is_one_import()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var file = Encoding.UTF8.GetBytes(Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n");
        var first = await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, file, key: "k"));
        Assert.Equal(first, await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, file, key: "k")));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await ImportGround.CodeOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, [.. file, 10], key: "k")));
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_logged_and_one_more_is_too_many()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var file = new StringBuilder("rowKey,indicator,wave,group,measuredOn,subjectKey,value\n");
        for (var i = 0; i < ImportPass.MostRows; i++) file.Append(CultureInfo.InvariantCulture, $"r{i},halsa,w0,INTERVENTION,2019-03-01,s{i},{i % 50}\n");
        var whole = await SendAsync(project, file.ToString());
        var more = await SendAsync(project, file.Append("more,halsa,w0,INTERVENTION,2019-03-01,more,1\n").ToString());
        await Fond.SweepAsync();
        await Fond.SweepAsync();
        var done = await ReadAsync(whole);
        Assert.Equal(("DONE", 100_000, 100_000, 100_000), (State(done), done["rowsDone"]!.GetValue<int>(), done["logged"]!.GetValue<int>(), done["batch"]!["rows"]!.GetValue<int>()));
        var refused = await ReadAsync(more);
        Assert.Equal(("FAILED", "100002  MEASUREMENT_TOO_MANY_ROWS", 0), (State(refused), Fault(Assert.Single(refused["faults"]!.AsArray())), refused["logged"]!.GetValue<int>()));
        Assert.Equal(100_000, await CountAsync());
    }

    [Fact]
    public async Task What_another_instance_left_is_begun_anew_when_its_claim_has_run_out()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n");
        await ChangeAsync(import => import.Begin(Fond.Clock.GetUtcNow() + ImportWork.Claim)); // and was killed
        await Fond.SweepAsync();
        Assert.Equal(("RUNNING", 0), (State(await ReadAsync(id)), await CountAsync()));
        Fond.Clock.Advance(ImportWork.Claim);
        await Fond.SweepAsync();
        Assert.Equal(("DONE", 1), (State(await ReadAsync(id)), await CountAsync()));
    }

    [Fact]
    public async Task What_was_begun_time_and_again_and_never_came_to_an_end_is_given_up()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n");
        await ChangeAsync(import =>
        {
            for (var i = 0; i < 20; i++)
            {
                import.Begin(Fond.Clock.GetUtcNow());
                import.Postpone(Fond.Clock.GetUtcNow()); // the database was busy, which is not counted
            }
            Assert.Equal((0, Domain.Impact.Imports.ImportState.Queued), (import.Attempts, import.State));
            for (var i = 0; i < Domain.Impact.Imports.MeasurementImport.MostAttempts; i++) import.Begin(Fond.Clock.GetUtcNow()); // and was killed each time
        });
        await Fond.SweepAsync();
        var failed = await ReadAsync(id);
        Assert.Equal(("FAILED", "0  IMPORT_INTERRUPTED", 0), (State(failed), Fault(Assert.Single(failed["faults"]!.AsArray())), await CountAsync()));
        Assert.Equal(0, await Fond.InDatabaseAsync(db => db.Set<ImportPiece>().CountAsync()));
    }

    [Fact]
    public async Task Who_has_declared_a_conflict_neither_sees_nor_cancels_it_and_has_nothing_logged()
    {
        var project = await ImportGround.PlannedAsync(Stages);
        var id = await SendAsync(project, Header + "a,halsa,w0,INTERVENTION,2019-03-01,s1,41.5,,\n");
        await Fond.InDatabaseAsync(async db =>
        {
            var evaluated = await db.Set<Domain.Projects.Project>().SingleAsync(p => db.Set<Domain.Impact.Imports.MeasurementImport>().Any(i => i.ProjectId == p.Id));
            var application = await db.Set<Domain.Applications.Application>().SingleAsync(a => a.Id == evaluated.ApplicationId);
            db.Add(new Domain.Governance.Recusal(application, evaluated.EvaluatorId!.Value, Domain.Governance.RecusalGround.OtherCircumstance, "Släkt", evaluated.EvaluatorId.Value, Fond.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        Assert.Null((await Stages.Evaluator.ReadAsync(Ask, new { i = id }))["measurementImport"]);
        await Stages.Evaluator.RefusedAsync("NOT_FOUND", "cancelMeasurementImport", new { importId = id }, "importId");
        await Fond.SweepAsync();
        await IsRefusedAsync();
    }

    /// <summary>Nobody is left who may read it.</summary>
    private async Task IsRefusedAsync()
    {
        var ended = await Fond.InDatabaseAsync(db => db.Set<Domain.Impact.Imports.MeasurementImport>().SingleAsync());
        Assert.Equal((Domain.Impact.Imports.ImportState.Failed, "IMPORT_NOT_ALLOWED", 0), (ended.State, ended.Faults[0].Code, await CountAsync()));
    }

    private Task<int> ChangeAsync(Action<Domain.Impact.Imports.MeasurementImport> change) => Fond.InDatabaseAsync(async db =>
    {
        change(await db.Set<Domain.Impact.Imports.MeasurementImport>().SingleAsync());
        return await db.SaveChangesAsync();
    });

    private async Task<string> SendAsync(string project, string file, string options = "") =>
        await ImportGround.IdOfAsync(await ImportGround.PostAsync(Stages.Evaluator, project, Encoding.UTF8.GetBytes(file), options));

    private async Task<JsonNode> ReadAsync(string id) => (await Stages.Evaluator.ReadAsync(Ask, new { i = id }))["measurementImport"]!;

    private static string State(JsonNode import) => import["state"]!.GetValue<string>();

    private static string Fault(JsonNode? fault) => string.Create(CultureInfo.InvariantCulture, $"{fault!["row"]} {fault["column"]} {fault["code"]}");

    private Task<int> CountAsync() => Fond.InDatabaseAsync(db => db.Set<Measurement>().CountAsync());
}
