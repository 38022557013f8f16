using Fond.Api.Commands;
using Fond.Api.Tests.Support;
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
        await TamperAsync("UPDATE AuditEntries SET Who = 'someone else' WHERE Sequence = 5");
        var verdict = (await Fond.As("revisor").ReadAsync("{ auditVerdict { brokenAt fault } }"))["auditVerdict"]!;
        Assert.Equal(5, verdict["brokenAt"]!.GetValue<long>());
        Assert.Equal(1, await VerifyAsync());
    }

    [Fact]
    public async Task A_removed_entry_is_found_and_so_is_a_cut_off_end()
    {
        await TamperAsync("DELETE FROM AuditEntries WHERE Sequence = 7");
        Assert.Equal(7, (await VerdictAsync()).BrokenAt);
        await TamperAsync("DELETE FROM AuditEntries WHERE Sequence >= 7");
        Assert.Equal(7, (await VerdictAsync()).BrokenAt);
    }

    [Fact]
    public async Task Nobody_rewrites_the_trail_through_the_database_by_mistake()
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Fond.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET Who = 'x' WHERE Sequence = 1")));
        Assert.Contains("append only", fault.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("helsingborg-projektledare")]
    [InlineData("helsingborg-handlaggare")]
    public async Task Only_auditors_and_administrators_read_the_trail(string person) =>
        await Fond.As(person).ForbiddenAsync("FORBIDDEN", "{ audit { nodes { id } } }");

    private Task<AuditVerdict> VerdictAsync() => Fond.InDatabaseAsync(db => new AuditVerifier(db).VerifyAsync(CancellationToken.None));

    private Task<int> VerifyAsync() => VerifyAudit.RunAsync(["--environment=Development", $"--ConnectionStrings:Fond=Data Source={Fond.DatabaseFile}"]);

    /// <summary>As somebody would who has the file and takes the protection off first.</summary>
    private Task<int> TamperAsync(string sql) => Fond.InDatabaseAsync(async db =>
    {
        await db.Database.ExecuteSqlRawAsync("DROP TRIGGER IF EXISTS AuditEntries_append_only_update; DROP TRIGGER IF EXISTS AuditEntries_append_only_delete");
        return await db.Database.ExecuteSqlRawAsync(sql);
    });
}
