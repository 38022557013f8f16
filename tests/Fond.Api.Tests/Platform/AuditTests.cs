using Fond.Api.Commands;
using Fond.Api.Tests.Support;
using Fond.Api.Tests.Support.Databases;
using Fond.Features.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

public sealed class AuditTests : FondTest
{
    [Fact]
    public async Task A_change_is_recorded_with_who_what_before_and_after()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject = "a", name = "Ny", organisation = "Kommunen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        var entry = (await administrator.ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { who action before after } } }", new { id = person }))["audit"]!["nodes"]![0]!;
        Assert.Equal("RegisterPerson", entry["action"]!.GetValue<string>());
        Assert.Null(entry["before"]);
        Assert.Contains("Kommunen", entry["after"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_of_a_person_tells_every_role_given_and_ended()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", new { subject = "a", name = "Ny", organisation = "Kommunen" }, "person { id }"))["person"]!["id"]!.GetValue<string>();
        await administrator.DoAsync("grantRole", new { personId = person, role = "AUDITOR" }, "person { id }");
        await administrator.DoAsync("revokeRole", new { personId = person, role = "AUDITOR" }, "person { id }");
        var entries = (await administrator.ReadAsync("query($id: ID) { audit(objectId: $id) { nodes { action objectType partOfId } } }", new { id = person }))["audit"]!["nodes"]!.AsArray();
        Assert.Equal(["RevokeRole RoleGrant", "GrantRole RoleGrant", "RegisterPerson Person"], entries.Select(e => $"{e!["action"]} {e["objectType"]}"));
        Assert.All(entries, e => Assert.Equal(person, e!["partOfId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task The_trail_is_found_by_person_and_time()
    {
        var me = (await Fond.As("administrator").ReadAsync("{ me { id } }"))["me"]!["id"]!.GetValue<string>();
        await Fond.As("administrator").DoAsync("registerPerson", new { subject = "a", name = "Ny", organisation = "Kommunen" }, "person { id }");
        const string ask = "query($p: ID, $since: DateTimeOffset, $until: DateTimeOffset) { audit(personId: $p, since: $since, until: $until) { nodes { action } } }";
        Assert.Single((await Fond.As("revisor").ReadAsync(ask, new { p = me, since = "2026-03-10T10:00:00+01:00" }))["audit"]!["nodes"]!.AsArray());
        Assert.Empty((await Fond.As("revisor").ReadAsync(ask, new { p = me, until = "2026-03-10T10:00:00+01:00" }))["audit"]!["nodes"]!.AsArray());
    }

    [Fact]
    public async Task The_trail_of_the_demo_data_is_whole()
    {
        var verdict = (await Fond.As("revisor").ReadAsync("{ auditVerdict { entries brokenAt } }"))["auditVerdict"]!;
        Assert.Null(verdict["brokenAt"]);
        Assert.True(verdict["entries"]!.GetValue<long>() > 50);
        Assert.Equal(0, await VerifyAsync());
    }

    [Fact]
    public async Task A_changed_entry_is_found_and_named()
    {
        await TamperAsync("UPDATE \"AuditEntries\" SET \"Who\" = 'someone else' WHERE \"Sequence\" = 5");
        var verdict = (await Fond.As("revisor").ReadAsync("{ auditVerdict { brokenAt fault } }"))["auditVerdict"]!;
        Assert.Equal(5, verdict["brokenAt"]!.GetValue<long>());
        Assert.Equal(1, await VerifyAsync());
    }

    [Fact]
    public async Task A_removed_entry_is_found_and_so_is_a_cut_off_end()
    {
        await TamperAsync("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" = 7");
        Assert.Equal(7, (await VerdictAsync()).BrokenAt);
        await TamperAsync("DELETE FROM \"AuditEntries\" WHERE \"Sequence\" >= 7");
        Assert.Equal(7, (await VerdictAsync()).BrokenAt);
    }

    [Fact]
    public async Task A_trail_without_its_end_is_broken()
    {
        await TamperAsync("DELETE FROM \"AuditHead\"");
        Assert.NotNull((await VerdictAsync()).BrokenAt);
        Assert.Equal(1, await VerifyAsync());
    }

    [Fact]
    public async Task An_entry_is_not_replaced_by_another_either()
    {
        if (TestDatabase.Engine != "Sqlite") return; // no other database has such a statement
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO AuditEntries SELECT * FROM AuditEntries WHERE Sequence = 3")));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_rewrites_the_trail_through_the_database_by_mistake()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE \"AuditEntries\" SET \"Who\" = 'x' WHERE \"Sequence\" = 1")));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("helsingborg-projektledare")]
    [InlineData("helsingborg-handlaggare")]
    public async Task Only_auditors_and_administrators_read_the_trail(string person) =>
        await Fond.As(person).ForbiddenAsync("FORBIDDEN", "{ audit { nodes { id } } }");

    private Task<AuditVerdict> VerdictAsync() => Fond.InDatabaseAsync(db => new AuditVerifier(db).VerifyAsync(CancellationToken.None));

    private Task<int> VerifyAsync() => VerifyAudit.RunAsync(["--environment=Development", .. Fond.DatabaseSettings]);

    /// <summary>As somebody would who has the file and takes the protection off first.</summary>
    private Task<int> TamperAsync(string sql) => Fond.InDatabaseAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync(TestDatabase.Engine switch
        {
            "PostgreSql" => "ALTER TABLE \"AuditEntries\" DISABLE TRIGGER append_only",
            "SqlServer" => "ALTER TABLE AuditEntries DISABLE TRIGGER AuditEntries_append_only",
            _ => "DROP TRIGGER IF EXISTS AuditEntries_append_only_update; DROP TRIGGER IF EXISTS AuditEntries_append_only_delete",
        });
        return await db.Database.ExecuteSqlRawAsync(sql);
    });
}
