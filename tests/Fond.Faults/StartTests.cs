using Fond.Api.Tests.Support.Databases;
using Fond.Faults.Support;
using Microsoft.EntityFrameworkCore;

namespace Fond.Faults;

public sealed class StartTests
{
    [Fact]
    public async Task A_lock_that_a_killed_migration_has_left_holds_nobody_up()
    {
        await using var surroundings = await Surroundings.OfAsync("Sqlite");
        await new Records(surroundings.Database).InAsync(db => db.Database.ExecuteSqlRawAsync("""
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
            """));
        await using var fond = surroundings.Fond();
        await fond.StartAsync();
        await Cases.SubmittedAsync(fond);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("PostgreSql")]
    public async Task Migrations_that_are_run_at_once_make_one_database(string engine)
    {
        await using TestDatabase database = engine == "Sqlite" ? new SqliteTestDatabase() : new PostgreSqlTestDatabase((await Templates.ServerAsync()).Connection, "fond_that_several_make");
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => BuiltProgram.RunAsync(["migrate", "--environment=Development", .. database.Settings])));
        Assert.All(runs, run => Assert.True(run.Code == 0, run.Said));
        var applied = await new Records(database).InAsync(async db => (await db.Database.GetAppliedMigrationsAsync()).Count() - db.Database.GetMigrations().Count());
        Assert.Equal(0, applied);
    }
}
