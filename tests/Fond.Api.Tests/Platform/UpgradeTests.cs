using Fond.Api.Hosting;
using Fond.Api.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

/// <summary>A Fond that has been at work is upgraded, from whichever version: nothing is lost, and old rows say what they said.</summary>
public sealed class UpgradeTests
{
    private const string Unasked = "There is no SQL Server to upgrade.";

    public static bool IsUnasked => TestDatabase.Engine == "SqlServer";

    /// <summary>All but the newest.</summary>
    public static TheoryData<string> Earlier
    {
        get
        {
            using var db = new DesignTimeDb().CreateDbContext([TestDatabase.Engine]);
            return [.. db.Database.GetMigrations().SkipLast(1)];
        }
    }

    [Theory(Skip = Unasked, SkipType = typeof(UpgradeTests), SkipWhen = nameof(IsUnasked))]
    [MemberData(nameof(Earlier))]
    public async Task Rows_of_every_table_come_through_the_upgrade(string from)
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var db = database.Open();
        var schema = new FilledSchema(db);
        await schema.BeginAsync(from);
        await schema.FillAsync(1);
        await schema.FillAsync(2);
        await db.Database.MigrateAsync();
        foreach (var table in schema.Tables) Assert.Equal((table, "2"), (table, (await schema.ReadAsync($"SELECT COUNT(*) FROM \"{table}\""))[0]));
        if (TestDatabase.Engine == "Sqlite") Assert.Empty(await schema.ReadAsync("PRAGMA foreign_key_check")); // others have checked as they made the keys
    }

    [Fact(Skip = Unasked, SkipType = typeof(UpgradeTests), SkipWhen = nameof(IsUnasked))]
    public async Task What_old_rows_did_not_say_is_said_as_it_was()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var db = database.Open();
        var schema = new FilledSchema(db);
        await schema.BeginAsync(db.Database.GetMigrations().Single(m => m.EndsWith("_FieldSecrecy", StringComparison.Ordinal)));
        await schema.FillAsync(1, new Dictionary<string, object> { ["Memberships.Role"] = "Secretary", ["WorkflowInstances.State"] = "called-off", ["MeasurementSums.TotalsOnly"] = true });
        await schema.FillAsync(2);
        await db.Database.MigrateAsync();
        Assert.Equal(["1"], await schema.ReadAsync("""SELECT "Id" FROM "Memberships" WHERE "VotesByInstruction" """)); // secretaries had a vote
        Assert.Equal(["1"], await schema.ReadAsync("""SELECT "Id" FROM "Projects" WHERE "IsCalledOff" """));
        Assert.Equal(["2"], await schema.ReadAsync("""SELECT "Id" FROM "MeasurementSums" """)); // sums of totals did not tell the spread
        Assert.Equal(["1", "2"], await schema.ReadAsync("""SELECT "Id" FROM "ApplicationCoAuthors" WHERE "HasWritten" ORDER BY "Id" """)); // nobody knows that they have not
    }
}
