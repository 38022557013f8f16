using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Platform;

public sealed class IndexTests : FondTest
{
    [Fact]
    public async Task What_points_at_another_row_is_found_by_an_index_that_begins_with_it()
    {
        var missing = await Fond.InDatabaseAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(type => type.GetForeignKeys())
            .Where(key => !key.DeclaringEntityType.GetIndexes().Any(index => index.Properties.Take(key.Properties.Count).SequenceEqual(key.Properties)))
            .Select(key => $"{key.DeclaringEntityType.ClrType.Name}.{string.Join(", ", key.Properties.Select(p => p.Name))}").ToList()));
        Assert.Empty(missing);
    }
}
