using System.Runtime.CompilerServices;
using Fond.Data.SqlServer;
using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fond.SqlServer.Tests;

public sealed class ChangeTests
{
    [Fact]
    public async Task Every_insert_update_and_delete_names_what_is_there()
    {
        var server = new Unsent();
        using var model = server.Open();
        foreach (var type in model.Model.GetEntityTypes())
        {
            await SaveAsync(server, type, 1, EntityState.Added);
            await SaveAsync(server, type, 5, EntityState.Added); // many at once are inserted by another statement
            await SaveAsync(server, type, 1, EntityState.Modified);
            await SaveAsync(server, type, 1, EntityState.Deleted);
        }

        Assert.Equal(4 * model.Model.GetEntityTypes().Count(), server.Statements.Count);
        Check.Names("statements of SaveChanges", server.Statements);
    }

    [Fact]
    public void So_does_every_insert_in_bulk()
    {
        using var db = new Unsent().Open();
        var types = db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IRecordedInBulk)));
        Check.Names("inserts in bulk", [.. types.Select(type => Unsent.Text(db, BulkInsert.Command(db, type)))]);
    }

    [Fact]
    public async Task And_so_does_the_lock_by_which_writers_take_turns()
    {
        var server = new Unsent();
        using var db = server.Open();
        await new SqlServerEngine().TakeTurnAsync(db, TestContext.Current.CancellationToken);
        Check.Names("locks", server.Statements);
    }

    [Fact]
    public void And_the_question_whether_the_server_is_ready() => Check.Names("questions of readiness", [SqlServerEngine.MayBeWrittenTo]);

    private static async Task SaveAsync(Unsent server, IEntityType type, int rows, EntityState state)
    {
        using var db = server.Open();
        for (var row = 1; row <= rows; row++) Track(db.Entry(RuntimeHelpers.GetUninitializedObject(type.ClrType)), row, state);
        var fault = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.IsType<Unsent.NoAnswerException>(fault.InnerException);
    }

    private static void Track(EntityEntry row, long key, EntityState state)
    {
        if (state != EntityState.Added) row.Property(nameof(Entity.Id)).CurrentValue = key;
        row.State = state;
    }
}
