using System.Diagnostics;
using Fond.Domain.Applications;
using Fond.Faults.Support;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults;

public sealed class GracefulStopTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task A_request_in_flight_ends_and_no_new_one_is_taken(string engine)
    {
        await using var surroundings = await Surroundings.OfAsync(engine);
        await using var fond = surroundings.Fond();
        await fond.StartAsync();
        var call = await Cases.CallAsync(fond, "helsingborg");
        var held = await surroundings.Database.OccupyAsync();
        var inFlight = fond.As("helsingborg-projektledare").DoAsync("startApplication", new { callId = call, title = "Under väg" }, "application { id }");
        await Task.Delay(1_000, TestContext.Current.CancellationToken); // it waits for the database, which gives no sign of that
        Assert.False(inFlight.IsCompleted);

        await fond.TerminateAsync();
        var clock = Stopwatch.StartNew();
        while (await fond.StatusAsync("/health/live") is not null)
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "It still takes requests.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        Assert.False(inFlight.IsCompleted);
        await held.DisposeAsync();

        await inFlight;
        Assert.Equal(0, await fond.EndAsync());
        Assert.Equal(1, await new Records(surroundings.Database).InAsync(db => db.Set<Application>().CountAsync(a => a.Title == "Under väg")));
    }
}
