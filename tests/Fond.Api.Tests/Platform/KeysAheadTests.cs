using Fond.Api.Tests.Support;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

/// <summary>A list finds the same rows by keys that it asked for ahead as by a subquery.</summary>
public sealed class KeysAheadTests : FondTest
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public async Task Few_keys_are_named_and_many_are_left_to_the_database(int count, bool left) => await Fond.InDatabaseAsync(async db =>
    {
        var keys = db.Set<AuditEntry>().OrderBy(e => e.Id).Take(count).Select(e => e.Id);
        var ahead = keys.Ahead();
        var rows = await db.Set<AuditEntry>().Where(e => ahead.Contains(e.Id)).LookAheadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(left, IsNested(rows));
        Assert.Equal(await keys.ToListAsync(), (await rows.Select(e => e.Id).ToListAsync()).Order());
        return count;
    });

    [Theory]
    [InlineData(2, true)]
    [InlineData(51, false)]
    public async Task What_only_narrows_is_named_where_few_and_left_out_where_many(int count, bool named) => await Fond.InDatabaseAsync(async db =>
    {
        var keys = db.Set<AuditEntry>().Where(e => e.Sequence <= count).Select(e => e.Id).AheadWhereFew();
        var rows = await db.Set<AuditEntry>().Where(e => keys.Contains(e.Id)).LookAheadAsync(TestContext.Current.CancellationToken);
        Assert.False(IsNested(rows));
        Assert.Equal(named ? count : await db.Set<AuditEntry>().CountAsync(TestContext.Current.CancellationToken), await rows.CountAsync(TestContext.Current.CancellationToken));
        return count;
    });

    [Fact]
    public async Task A_set_that_rests_on_another_is_found_after_it() => await Fond.InDatabaseAsync(async db =>
    {
        var first = db.Set<AuditEntry>().OrderBy(e => e.Id).Take(3).Select(e => e.Id).Ahead();
        var same = db.Set<AuditEntry>().Where(e => first.Contains(e.Id)).Select(e => e.Id).Ahead();
        Assert.True(IsNested(db.Set<AuditEntry>().Where(e => same.Contains(e.Id))));
        var rows = await db.Set<AuditEntry>().Where(e => e.Sequence < 0 || same.Contains(e.Id)).LookAheadAsync(TestContext.Current.CancellationToken);
        Assert.False(IsNested(rows));
        Assert.Equal(3, await rows.CountAsync());
        return 3;
    });

    private static bool IsNested(IQueryable<AuditEntry> rows) => rows.ToQueryString().Split("SELECT").Length > 2;
}
