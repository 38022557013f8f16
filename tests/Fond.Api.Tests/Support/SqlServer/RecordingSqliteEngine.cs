using System.Runtime.CompilerServices;
using Fond.Api.Hosting;
using Fond.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Api.Tests.Support.SqlServer;

/// <summary>Every Fond of this process records what it asks, those too that commands start by themselves.</summary>
internal sealed class RecordingSqliteEngine : SqliteEngine
{
    public override void Use(DbContextOptionsBuilder options, string connection)
    {
        base.Use(options, connection);
        options.ReplaceService<IDatabase, RecordingDatabase>();
    }

    [ModuleInitializer]
    internal static void TakeItsPlace()
    {
        if (StatementFolder.IsWanted) DatabaseSetup.Engines[Array.FindIndex(DatabaseSetup.Engines, e => e is SqliteEngine)] = new RecordingSqliteEngine();
    }
}
