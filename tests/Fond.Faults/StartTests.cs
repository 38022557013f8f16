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
}
