using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Api.Tests.Support.SqlServer;

/// <summary>Runs every query as it would be run anyway, and records what it would be on a SQL Server.</summary>
internal sealed class RecordingDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational) : RelationalDatabase(dependencies, relational)
{
    public override Func<QueryContext, TResult> CompileQuery<TResult>(Expression query, bool async)
    {
        var compiled = base.CompileQuery<TResult>(query, async);
        var elsewhere = new SqlServerQuery(query, async);
        return context =>
        {
            elsewhere.Record(context.Parameters);
            return compiled(context);
        };
    }
}
