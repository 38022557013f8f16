using Fond.Api.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Tests.Platform;

/// <summary>Whoever changes the model and forgets a migration is told so, for each database.</summary>
public sealed class MigrationDriftTests
{
    public static TheoryData<string> Engines => [.. DatabaseSetup.Engines.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Engines))]
    public void The_migrations_make_the_model_that_the_code_has(string engine)
    {
        using var db = new DesignTimeDb().CreateDbContext([engine]);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
