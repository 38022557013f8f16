using Fond.Api.Hosting;
using Fond.Features.Platform.Audit;

namespace Fond.Api.Commands;

/// <summary>Walks the audit trail of the configured database; ends with 1 and names the entry when a link is broken.</summary>
internal static class VerifyAudit
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = FondHost.Build(args);
        await DatabaseSetup.DemandCurrentAsync(app.Services);
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None);
        if (verdict.BrokenAt is null)
        {
            Console.WriteLine($"The audit trail is whole: {verdict.Entries} entries.");
            return 0;
        }
        await Console.Error.WriteLineAsync($"The audit trail is broken at entry {verdict.BrokenAt}: {verdict.Fault}.");
        return 1;
    }
}
