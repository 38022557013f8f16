using Fond.Domain.Registry;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.Registry;

internal static class EntryFinding
{
    /// <summary>An entry of the registry, of a case or of a matter, by what the caller may see.</summary>
    public static async Task<RegistryEntry> FindEntryAsync(this Finder finder, string id, CancellationToken ct, params string[] path) =>
        GlobalId.Read<MatterDocument>(id) is null ? await finder.FindAsync<CaseDocument>(id, ct, path) : await finder.FindAsync<MatterDocument>(id, ct, path);
}
