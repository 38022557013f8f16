using Fond.Features.Platform.Telemetry;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

/// <summary>Servers and libraries quote in their messages what they could not take.</summary>
public sealed class LoggedFaultTests
{
    [Fact]
    public void A_fault_is_logged_by_its_kind_and_its_place_and_without_what_it_quotes()
    {
        var logged = new LoggedFault(Assert.Throws<DbUpdateException>(Save));
        foreach (var told in new[] { logged.Message, logged.ToString() })
        {
            Assert.StartsWith("DbUpdateException < SqliteException ", told, StringComparison.Ordinal);
            Assert.DoesNotContain("kamrer", told, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains(nameof(Save), logged.ToString(), StringComparison.Ordinal);
        Assert.Null(logged.InnerException);
    }

    private static void Save() => throw new DbUpdateException("Kamrer was not saved", new SqliteException("the duplicate key is kamrer@example.org", 19));
}
