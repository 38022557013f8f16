using System.Diagnostics.Metrics;
using System.Text;
using Fond.Api.Tests.Support;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Telemetry;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Fond.Api.Tests.Platform;

/// <summary>What an operator sees of Fond, and what nobody may see there.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    /// <summary>Stands in every text, name, address and secret that these tests give Fond.</summary>
    private const string Mark = "Qvistofta";

    private readonly MailCatcher _mail = new();
    private Collector _collector = null!;
    private FondServer _fond = null!;

    public async ValueTask InitializeAsync()
    {
        _collector = await Collector.StartAsync();
        _fond = await FondServer.StartAsync([.. _collector.Settings, "--Logging:LogLevel:Default=Information", "--Logging:LogLevel:Fond.Features.Platform.Telemetry=Information",
            "--Email:Host=127.0.0.1", $"--Email:Port={_mail.Port}", "--Email:Tls=false", $"--Email:User=fond-{Mark}", $"--Email:Password={Mark}"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _fond.DisposeAsync();
        await _collector.DisposeAsync();
        _mail.Dispose();
    }

    [Fact]
    public async Task An_operator_s_collector_gets_traces_metrics_and_logs_with_case_numbers()
    {
        var number = await Cases.SubmittedNumberAsync(_fond);
        await Gauges.ReadAsync(CancellationToken.None);
        Collector.Drain(_fond);
        foreach (var instrument in new[] { "http.server.request.duration", "fond.work.duration", "fond.outbox.depth", "fond.outbox.age", "fond.timer.lag", "fond.import.age", "fond.incidents.open", "fond.ledger.balance", "fond.ledger.imbalance" })
            Assert.Contains(instrument, _collector.Received("metrics"), StringComparison.Ordinal);
        foreach (var told in new[] { "SubmitApplication", number, "DONE" })
        {
            Assert.Contains(told, _collector.Received("traces"), StringComparison.Ordinal);
            Assert.Contains(told, _collector.Received("logs"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_mutation_on_a_project_is_told_with_the_number_of_its_case()
    {
        var stages = new Stages(_fond);
        var (application, project) = await stages.RunningAsync();
        var number = (await stages.Officer.ReadAsync("query($a: ID!) { node(id: $a) { ... on Application { caseNumber } } }", new { a = application }))["node"]!["caseNumber"]!.GetValue<string>();
        var before = Told(number);
        await stages.Officer.DoAsync("recordRepayment", new { projectId = project, amount = 100, note = "Sparat" }, "project { id }");
        Assert.Equal(before + 1, Told(number));
    }

    [Fact]
    public async Task What_waits_what_failed_and_where_the_money_is_can_be_read_from_gauges()
    {
        using var depth = Watch<long>("fond.outbox.depth");
        using var age = Watch<double>("fond.outbox.age");
        using var lag = Watch<double>("fond.timer.lag");
        using var incidents = Watch<long>("fond.incidents.open");
        using var balance = Watch<long>("fond.ledger.balance");
        using var imbalance = Watch<long>("fond.ledger.imbalance");
        await Cases.SubmittedAsync(_fond);
        var (waiting, due) = await _fond.InDatabaseAsync(async db =>
            (await db.Set<OutboxMessage>().CountAsync(m => m.NextAttemptAt != null), await db.Set<WorkflowTimer>().Where(t => t.NextAttemptAt != null).MinAsync(t => t.DueAt)));
        _fond.Clock.SetUtcNow(due + TimeSpan.FromHours(1));
        await Gauges.ReadAsync(CancellationToken.None);
        foreach (var gauge in new[] { depth, incidents, balance, imbalance }) gauge.RecordObservableInstruments();
        foreach (var gauge in new[] { age, lag }) gauge.RecordObservableInstruments();
        Assert.Equal(waiting, depth.LastMeasurement!.Value);
        Assert.True(age.LastMeasurement!.Value > 3600);
        Assert.Equal(3600, lag.LastMeasurement!.Value);
        Assert.Equal(0, incidents.LastMeasurement!.Value);
        Assert.All(imbalance.GetMeasurementSnapshot(), fund => Assert.Equal(0, fund.Value));
        var available = (await _fond.As("administrator").ReadAsync("{ funds { nodes { name available } } }"))["funds"]!["nodes"]!.AsArray();
        Assert.All(available, fund => Assert.Equal(fund!["available"]!.GetValue<long>(),
            balance.GetMeasurementSnapshot().Single(m => (string?)m.Tags["fund"] == fund["name"]!.GetValue<string>() && (string?)m.Tags["account"] == "Available").Value));
    }

    [Fact]
    public async Task A_ledger_that_somebody_has_tampered_with_is_off_balance()
    {
        using var imbalance = Watch<long>("fond.ledger.imbalance");
        await _fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Funds" SET "Available" = "Available" + 1 WHERE "Municipality" = 'Helsingborg'"""));
        await Gauges.ReadAsync(CancellationToken.None);
        imbalance.RecordObservableInstruments();
        Assert.Equal(1, imbalance.GetMeasurementSnapshot().Sum(fund => fund.Value));
    }

    [Fact]
    public async Task Alarms_and_files_that_nobody_takes_up_are_seen_to_wait()
    {
        using var lag = Watch<double>("fond.timer.lag");
        using var imports = Watch<double>("fond.import.age");
        using var durations = Watch<double>("fond.work.duration");
        var project = await Impact.ImportGround.PlannedAsync(new Stages(_fond));
        await _fond.SweepAsync();
        _fond.Clock.Advance(TimeSpan.FromMinutes(10));
        await _fond.InDatabaseAsync(async db =>
        {
            var alarm = new Alarm("Consultation", 0);
            alarm.Set(_fond.Clock.GetUtcNow());
            db.Add(alarm);
            await db.SaveChangesAsync();
            return true;
        });
        await Impact.ImportGround.IdOfAsync(await Impact.ImportGround.PostAsync(new Stages(_fond).Evaluator, project, "rowKey\n"u8.ToArray()));
        _fond.Clock.Advance(TimeSpan.FromMinutes(5));
        await ReadAsync();
        Assert.Equal((300, 300), (lag.LastMeasurement!.Value, imports.LastMeasurement!.Value));
        await _fond.SweepAsync();
        await ReadAsync();
        Assert.Equal(0, imports.LastMeasurement!.Value);
        Assert.Equal("DONE", durations.GetMeasurementSnapshot().Single(m => (string?)m.Tags["kind"] == "Import").Tags["outcome"]);

        async Task ReadAsync()
        {
            await Gauges.ReadAsync(CancellationToken.None);
            lag.RecordObservableInstruments();
            imports.RecordObservableInstruments();
        }
    }

    [Fact]
    public async Task What_cannot_be_read_has_no_value()
    {
        using var depth = Watch<long>("fond.outbox.depth");
        await Gauges.ReadAsync(CancellationToken.None);
        depth.RecordObservableInstruments();
        Assert.Single(depth.GetMeasurementSnapshot(clear: true));
        await _fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "Incidents" """));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Gauges.ReadAsync(CancellationToken.None));
        depth.RecordObservableInstruments();
        Assert.Empty(depth.GetMeasurementSnapshot());
    }

    [Fact]
    public async Task What_somebody_may_not_do_is_told_as_forbidden_not_as_a_fault()
    {
        using var durations = Watch<double>("fond.work.duration");
        var administrator = _fond.As("administrator");
        var funds = (await administrator.ReadAsync("{ funds { nodes { id } } }"))["funds"]!["nodes"]!.AsArray().Select(f => f!["id"]!.GetValue<string>()).ToList();
        var person = (await administrator.DoAsync("registerPerson", new { subject = "kamrer", name = "Kamrer", organisation = "Ingen", email = "kamrer@example.org" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        await administrator.DoAsync("grantRole", new { personId = person, role = "ADMINISTRATOR", fundId = funds[0] }, "person { id }");
        await _fond.As("kamrer").ForbiddenAsync("FORBIDDEN", "mutation($input: AllocateFundsInput!) { allocateFunds(input: $input) { errors { code } } }", new { input = new { fundId = funds[1], amount = 100, year = 2026, note = "x" } });
        Assert.Equal("FORBIDDEN", durations.GetMeasurementSnapshot().Single(m => (string?)m.Tags["name"] == "AllocateFunds").Tags["outcome"]);
    }

    [Fact]
    public async Task A_query_that_fails_by_a_fault_of_ours_is_told_as_one_though_it_is_answered()
    {
        using var durations = Watch<double>("fond.work.duration");
        var administrator = _fond.As("administrator");
        await _fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "Incidents" """));
        var answer = await administrator.AskAsync("{ me { name } incidents { nodes { id } } }");
        Assert.Equal("INTERNAL", answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("FAULT", durations.GetMeasurementSnapshot().Last(m => (string?)m.Tags["kind"] == "Request").Tags["outcome"]);
        await administrator.ReadAsync("{ me { name } }");
        Assert.Equal("DONE", durations.GetMeasurementSnapshot().Last(m => (string?)m.Tags["kind"] == "Request").Tags["outcome"]);
    }

    [Fact]
    public async Task A_timer_and_an_e_mail_are_told_with_what_became_of_them()
    {
        using var durations = Watch<double>("fond.work.duration");
        var number = await Cases.SubmittedNumberAsync(_fond);
        var before = Told(number);
        _fond.Clock.Advance(TimeSpan.FromDays(15)); // the formal check is late
        await _fond.SweepAsync();
        Assert.Equal("DONE", Outcome("Timer"));
        Assert.Equal("NOT_TAKEN", Outcome("Email")); // the catcher knows no passwords
        Assert.Equal(before + 1, Told(number));

        string? Outcome(string kind) => durations.GetMeasurementSnapshot().Where(m => (string?)m.Tags["kind"] == kind).Select(m => (string?)m.Tags["outcome"]).Distinct().Single();
    }

    [Fact]
    public async Task Neither_secrets_nor_what_people_are_called_or_write_is_told()
    {
        await WorkAsync();
        await GoWrongAsync();
        Collector.Drain(_fond);
        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            var told = _collector.Received(signal);
            Assert.NotEmpty(told);
            foreach (var secret in new[] { Mark, Convert.ToBase64String(Encoding.UTF8.GetBytes(Mark)), "projektledare", "eyJhbGciOi", "@example" })
                Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("correlation id", _collector.Received("logs"), StringComparison.Ordinal);
    }

    /// <summary>How often the log has a text.</summary>
    private int Told(string text)
    {
        Collector.Drain(_fond);
        return _collector.Received("logs").Split(text).Length - 1;
    }

    /// <summary>Somebody is registered, applies, uploads, searches.</summary>
    private async Task WorkAsync()
    {
        await _fond.As("administrator").DoAsync("registerPerson", new { subject = Mark, name = Mark, organisation = Mark, email = $"{Mark}@example.org" }, "person { id }");
        var lead = _fond.As("helsingborg-projektledare");
        var application = await Cases.WholeDraftAsync(_fond);
        await lead.DoAsync("saveApplicationDraft", new { applicationId = application, title = Mark, content = new { need = Mark } }, "application { id }");
        using var upload = await lead.RequestAsync(HttpMethod.Post, $"/applications/{application}/attachments?fileName={Mark}.pdf");
        upload.Content = new StringContent("%PDF-1.7 " + Mark);
        using var uploaded = await lead.SendAsync(upload);
        await lead.DoAsync("submitApplication", new { applicationId = application }, "application { id }");
        using var search = await lead.RequestAsync(HttpMethod.Get, $"/graphql?query={{applications(text:\"{Mark}\"){{nodes{{id}}}}}}");
        using var found = await lead.SendAsync(search);
        _mail.Refuses = true;
        await _fond.SweepAsync();
    }

    /// <summary>Input that cannot be read, a token that does not hold, a path that is not there, and a fault of the database in the middle of a mutation.</summary>
    private async Task GoWrongAsync()
    {
        var administrator = _fond.As("administrator");
        await administrator.AskAsync($"{{ {Mark} }}");
        await administrator.AskAsync("query($x: ID!) { node(id: $x) { id } }", new { x = Mark, y = Mark });
        using var lost = await administrator.RequestAsync(HttpMethod.Get, $"/lost?name={Mark}");
        using var nowhere = await administrator.SendAsync(lost);
        using var signed = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={me{name}}") { Headers = { { "Authorization", $"Bearer {Mark}" } } };
        using var refused = await administrator.SendAsync(signed);
        await _fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""DROP TABLE "AuditEntries" """));
        var answer = await administrator.AskAsync("mutation($input: RegisterPersonInput!) { registerPerson(input: $input) { person { id } } }", new { input = new { subject = Mark + 2, name = Mark, organisation = Mark, email = $"{Mark}@example.org" } });
        Assert.NotNull(answer["errors"]);
    }

    private Gauges Gauges => _fond.Services.GetRequiredService<Gauges>();

    private MetricCollector<T> Watch<T>(string instrument) where T : struct => new(_fond.Services.GetRequiredService<IMeterFactory>(), WorkTelemetry.Source, instrument);
}
