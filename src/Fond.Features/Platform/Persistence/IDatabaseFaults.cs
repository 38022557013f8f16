using Fond.Domain.Common;

namespace Fond.Features.Platform.Persistence;

/// <summary>Tells faults of the database that pass by themselves from faults of ours; each provider knows its own.</summary>
internal interface IDatabaseFaults
{
    static readonly Text TryAgain = new("Databasen är upptagen. Försök igen.", "The database is busy. Try again.");

    /// <summary>Whether the same request may well succeed a little later.</summary>
    bool IsPassing(Exception fault);
}
