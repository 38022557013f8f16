using System.Collections.Concurrent;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Fond.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Workflows;

/// <summary>Bound to <c>Workflows</c>.</summary>
internal sealed class WorkflowSettings
{
    /// <summary>The folder of the municipality's own definitions; those that Fond ships with when left out.</summary>
    public string? Path { get; set; }
}

/// <summary>
/// The definitions: the files as they read at start, and every version that a running case still follows. The database holds
/// them; what this process keeps in memory never changes once read.
/// </summary>
internal sealed class WorkflowCatalog(IServiceScopeFactory scopes, WorkflowSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, WorkflowDefinition> _parsed = new();

    /// <summary>Reads and checks the files, and keeps each that has changed as its next version.</summary>
    /// <exception cref="WorkflowDefinitionException">Names the file, the place in it and the reason.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        var definitions = WorkflowFiles.Read(settings);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<FondDb>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<AuditTrail>().BeginAsync(ct); // instances that start at once
        foreach (var (json, definition) in definitions)
        {
            var latest = await Latest(db, definition.Name).FirstOrDefaultAsync(ct);
            if (latest?.Hash != definition.Hash)
                db.Add(new WorkflowVersion(definition.Name, (latest?.Number ?? 0) + 1, definition.Hash, json, time.GetUtcNow()));
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync();
    }

    /// <summary>The version that new cases begin on.</summary>
    public async Task<(long VersionId, WorkflowDefinition Definition)> CurrentAsync(FondDb db, string name, CancellationToken ct)
    {
        var latest = await Latest(db, name).FirstAsync(ct);
        return (latest.Id, Parsed(latest));
    }

    /// <summary>Whether there is such a definition, and cases can follow it where code speaks of the workflow.</summary>
    public async Task<bool> CarriesAsync(FondDb db, string name, string workflow, CancellationToken ct) =>
        await Latest(db, name).FirstOrDefaultAsync(ct) is { } latest && Parsed(latest).Carries == workflow;

    public async Task<WorkflowDefinition> OfAsync(FondDb db, long versionId, CancellationToken ct) =>
        _parsed.TryGetValue(versionId, out var known) ? known : Parsed(await db.Set<WorkflowVersion>().AsNoTracking().SingleAsync(v => v.Id == versionId, ct));

    private static IQueryable<WorkflowVersion> Latest(FondDb db, string name) =>
        db.Set<WorkflowVersion>().AsNoTracking().Where(v => v.Name == name).OrderByDescending(v => v.Number);

    private WorkflowDefinition Parsed(WorkflowVersion version) =>
        _parsed.GetOrAdd(version.Id, _ => WorkflowReader.Parse(version.Json, $"{version.Name} version {version.Number}", WorkflowFiles.Vocabulary));
}
