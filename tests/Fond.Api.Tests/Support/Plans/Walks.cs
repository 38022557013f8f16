using System.Collections.Concurrent;
using Fond.Api.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fond.Api.Tests.Support.Plans;

/// <summary>Notes what the statements of a Fond walk through: rows of a table that are read one after the other, because no index leads to those that are asked for.</summary>
internal abstract class Walks : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>What a statement may walk through, be it of a table that stays small or of the first rows of a large one.</summary>
    private const long Few = Multitude.Rows / 100;

    private readonly ConcurrentQueue<Walk> _walks = new();

    public static Walks OfThisEngine() => TestDatabase.Engine == "PostgreSql" ? new PostgreSqlWalks() : new SqliteWalks();

    /// <summary>What Fond needs in its connection string to be watched.</summary>
    public virtual string Connection(string connection) => connection;

    /// <summary>The long ones since the last time.</summary>
    public IReadOnlyList<Walk> Take() => [.. TakeAll().Where(w => w.Rows > Few)];

    /// <summary>Every statement since the last time.</summary>
    public IReadOnlyList<Walk> TakeAll()
    {
        var taken = _walks.ToList();
        _walks.Clear();
        return taken;
    }

    /// <param name="rows">Those that it walked through.</param>
    /// <param name="work">All that it went through, led to it by an index or not: rows, or what the engine counts.</param>
    protected void Note(string statement, long rows, long work) => _walks.Enqueue(new(statement, rows, work));
}

internal sealed record Walk(string Statement, long Rows, long Work);
