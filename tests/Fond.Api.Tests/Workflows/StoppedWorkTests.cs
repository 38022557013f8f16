using System.Text;
using Fond.Api.Tests.Impact;
using Fond.Api.Tests.Support;
using Fond.Domain.Impact.Imports;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fond.Api.Tests.Workflows;

/// <summary>A Fond that is stopped while it works in the background leaves the work as it was, and tells nobody of a fault.</summary>
public sealed class StoppedWorkTests : FondTest
{
    [Fact]
    public async Task An_import_that_a_stop_breaks_off_is_taken_up_again_at_once()
    {
        var stages = new Stages(Fond);
        var project = await ImportGround.PlannedAsync(stages);
        var file = Encoding.UTF8.GetBytes("rowKey,indicator,wave,group,measuredOn,subjectKey,value\na,halsa,w0,INTERVENTION,2019-03-01,s1,3.5\n");
        var import = GlobalId.KeyOf<MeasurementImport>(await ImportGround.IdOfAsync(await ImportGround.PostAsync(stages.Evaluator, project, file)));

        await StoppedAtAsync("\"ImportPieces\"", "Import import");
        var left = await ReadAsync(import);
        Assert.Equal((ImportState.Queued, 0), (left.State, left.Attempts));

        await Fond.SweepAsync();
        var done = await ReadAsync(import);
        Assert.Equal((ImportState.Done, 1), (done.State, done.Logged));
    }

    [Fact]
    public async Task A_timer_that_a_stop_breaks_off_is_due_as_before()
    {
        await Cases.SubmittedAsync(Fond);
        var timer = await Fond.InDatabaseAsync(db => db.Set<WorkflowTimer>().AsNoTracking().Where(t => t.NextAttemptAt != null).OrderBy(t => t.DueAt).FirstAsync());
        Fond.Clock.SetUtcNow(timer.DueAt);

        await StoppedAtAsync("\"WorkflowInstances\"", "Timer timer");
        var left = await Fond.InDatabaseAsync(db => db.Set<WorkflowTimer>().AsNoTracking().SingleAsync(t => t.Id == timer.Id));
        Assert.Equal((timer.NextAttemptAt, 0, null), (left.NextAttemptAt, left.Attempts, left.FiredAt));

        await Fond.SweepAsync();
        Assert.NotNull(await Fond.InDatabaseAsync(db => db.Set<WorkflowTimer>().Where(t => t.Id == timer.Id).Select(t => t.FiredAt).SingleAsync()));
        Assert.Equal(0, await Fond.InDatabaseAsync(db => db.Set<Incident>().CountAsync()));
    }

    private Task<MeasurementImport> ReadAsync(long import) => Fond.InDatabaseAsync(db => db.Set<MeasurementImport>().AsNoTracking().SingleAsync(i => i.Id == import));

    /// <summary>Stops another instance, which does the work, when it is at a statement that holds a text.</summary>
    private async Task StoppedAtAsync(string text, string work)
    {
        var begun = new TaskCompletionSource();
        var instance = await Fond.AgainAsync(services =>
        {
            services.AddLogging(logging => logging.AddFakeLogging());
            services.ConfigureDbContext<FondDb>(options => options.AddInterceptors(new AtStatement(text, async stop =>
            {
                begun.SetResult();
                var stopped = new TaskCompletionSource();
                await using var _ = stop.Register(stopped.SetResult);
                await stopped.Task;
            })));
        }, "--Background:Enabled=true", "--Logging:LogLevel:Fond.Features.Platform.Telemetry=Information");
        var told = instance.Services.GetFakeLogCollector();
        await begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await instance.DisposeAsync();

        Assert.DoesNotContain(told.GetSnapshot(), line => line.Level >= LogLevel.Warning && line.Category is { } source && (source.StartsWith("Fond", StringComparison.Ordinal) || source.StartsWith("Quartz", StringComparison.Ordinal)));
        Assert.Contains(told.GetSnapshot(), line => line.Message.StartsWith(work, StringComparison.Ordinal) && line.Message.Contains("CANCELLED", StringComparison.Ordinal));
    }
}
