using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Fond.Api.Tests.Support;

/// <summary>Lets something happen just before a statement that holds a text goes to the database: once, at the first, or another by its number.</summary>
internal sealed class AtStatement(string text, Func<CancellationToken, Task> happens, int number = 1) : DbCommandInterceptor
{
    private int _met;

    public bool IsMet => _met >= number;

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains(text, StringComparison.Ordinal) && Interlocked.Increment(ref _met) == number) await happens(cancellationToken);
        return result;
    }
}

/// <summary>The same of each commit.</summary>
internal sealed class AtCommit(Action happens) : DbTransactionInterceptor
{
    public override ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        happens();
        return new(result);
    }
}
