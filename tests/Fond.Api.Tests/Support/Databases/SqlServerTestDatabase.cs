using Fond.Data.SqlServer;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.SqlClient;

namespace Fond.Api.Tests.Support.Databases;

/// <summary>A database on a server, made by Fond's own migrations and filled anew: to copy one, SQL Server would need a place for files.</summary>
internal sealed class SqlServerTestDatabase(string server) : TestDatabase
{
    protected override DatabaseEngine By { get; } = new SqlServerEngine();

    public override string Connection { get; } = new SqlConnectionStringBuilder(server) { InitialCatalog = "fond_" + Guid.NewGuid().ToString("N") }.ToString();

    public override Task<TestDatabase> CopyAsync() => MakeAsync();

    public override async ValueTask DisposeAsync()
    {
        await using var db = Open();
        await db.Database.EnsureDeletedAsync();
    }
}
