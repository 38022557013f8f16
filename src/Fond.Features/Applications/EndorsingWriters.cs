using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>Nobody endorses for a partner what they write themselves, under whatever name they are asked.</summary>
internal static class EndorsingWriters
{
    /// <summary>Whether the address is that of the lead or of a co-author, former too.</summary>
    public static async Task<bool> IsWritersAddressAsync(this FondDb db, Application application, string address, CancellationToken ct)
    {
        var (writers, sought) = (application.WriterIds.ToArray(), address.Trim());
        var addresses = await db.Set<Person>().Where(p => writers.Contains(p.Id) && p.Email != null).Select(p => p.Email!).ToListAsync(ct);
        return addresses.Exists(own => string.Equals(own, sought, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same when the answer comes: who was asked may have been let in, or been given that address, since.</summary>
    public static async Task<bool> IsByWriterAsync(this FondDb db, Endorsement endorsement, Application application, CancellationToken ct) =>
        endorsement.PersonId is { } person ? application.WriterIds.Contains(person) : await db.IsWritersAddressAsync(application, endorsement.Address!, ct);
}
