using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Mutations;

/// <summary>How handlers get hold of what an input names: by its global id, and only what the caller may see.</summary>
internal sealed class Finder(Visibility visibility)
{
    /// <param name="path">The input field that holds the id.</param>
    /// <exception cref="RefusedException"><see cref="NotFound"/>, alike for a malformed id, an absent object and another's.</exception>
    public async Task<T> FindAsync<T>(string globalId, CancellationToken ct, params string[] path) where T : Entity
    {
        var found = GlobalId.Read<T>(globalId) is { } id ? await visibility.Tracked<T>().SingleOrDefaultAsync(e => e.Id == id, ct) : null;
        return found ?? throw new RefusedException(new NotFound(typeof(T).Name) { Path = path });
    }

    /// <summary>The same, and nobody has changed it since the caller looked.</summary>
    /// <exception cref="RefusedException"><see cref="NotFound"/> or <see cref="Conflict"/>.</exception>
    public async Task<T> FindAsync<T>(string globalId, long? expectedVersion, CancellationToken ct, params string[] path) where T : Aggregate
    {
        var found = await FindAsync<T>(globalId, ct, path);
        found.Expect(expectedVersion);
        return found;
    }
}
