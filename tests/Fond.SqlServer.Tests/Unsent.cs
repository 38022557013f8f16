using System.Data.Common;
using Fond.Data.SqlServer;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.SqlServer.Tests;

/// <summary>Stands before a SQL Server that is not there: keeps what would be sent to it.</summary>
internal sealed class Unsent : IDbCommandInterceptor, IDbConnectionInterceptor
{
    private readonly List<string> _statements = [];

    public IReadOnlyList<string> Statements => _statements;

    /// <summary>A database as Fond uses it on a SQL Server.</summary>
    public FondDb Open()
    {
        var options = new DbContextOptionsBuilder<FondDb>().AddInterceptors(this);
        new SqlServerEngine().Use(options, "Server=none");
        var db = new FondDb(options.Options);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return db;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _statements.Add(Text(eventData.Context!, command));
        return new(InterceptionResult<int>.SuppressWithResult(0));
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _statements.Add(Text(eventData.Context!, command));
        throw new NoAnswerException();
    }

    /// <summary>As a script: a declaration for each parameter, and the command.</summary>
    public static string Text(DbContext db, DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters) parameter.Value = DBNull.Value;
        return db.GetService<IRelationalQueryStringFactory>().Create(command);
    }

    /// <summary>There are no rows to go on with.</summary>
    public sealed class NoAnswerException : Exception;
}
