using Fond.Data.SqlServer;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Support.Databases;

/// <summary>A database on a server, made by Fond's own migrations and filled anew: to copy one, SQL Server would need a place for files.</summary>
internal sealed class SqlServerTestDatabase(string server) : TestDatabase
{
    private readonly string _connection = new SqlConnectionStringBuilder(server) { InitialCatalog = "fond_" + Guid.NewGuid().ToString("N") }.ToString();

    public override string[] Settings => ["--Database:Provider=SqlServer", $"--ConnectionStrings:Fond={_connection}"];

    protected override Task<TestDatabase> CopyAsync() => MakeAsync();

    public override async ValueTask DisposeAsync()
    {
        var options = new DbContextOptionsBuilder<FondDb>();
        new SqlServerEngine().Use(options, _connection);
        await using var db = new FondDb(options.Options);
        await db.Database.EnsureDeletedAsync();
    }
}
