using System.Data.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fond.Data.SqlServer;

/// <summary>A server that any number of instances share; what most municipalities run.</summary>
public sealed class SqlServerEngine : DatabaseEngine
{
    private const int CannotOpenDatabase = 4060;

    /// <summary>Deadlock victim, time-out, no connection, and the errors of a server that is starting, busy or moving.</summary>
    private static readonly HashSet<int> Passing = [-2, -1, 2, 53, 64, 233, 258, 1205, 1222, 3960, CannotOpenDatabase, 10053, 10054, 10060, 10061, 10928, 10929, 40197, 40501, 40613, 49918, 49919, 49920];

    public override string Name => "SqlServer";

    /// <summary>It would want the size of every parameter, and keeps the plan anyway.</summary>
    public override bool PreparesCommands => false;

    public override void Use(DbContextOptionsBuilder options, string connection) => options.UseSqlServer(connection, server => server
        .MigrationsAssembly(typeof(SqlServerEngine).Assembly.GetName().Name)
        .CommandTimeout(CommandSeconds)
        .UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).ReplaceService<IModelCustomizer, SqlServerModel>();

    public override string Place(string connection)
    {
        var settings = new SqlConnectionStringBuilder(connection);
        return $"SQL Server, {settings.InitialCatalog} at {settings.DataSource}";
    }

    public override Task TakeTurnAsync(FondDb db, CancellationToken ct) => db.Database.ExecuteSqlRawAsync("SELECT 1 FROM [AuditHead] WITH (UPDLOCK, HOLDLOCK)", ct);

    protected override bool IsPassingCause(Exception cause) => cause switch
    {
        SqlException sql => sql.Errors.Cast<SqlError>().Any(e => Passing.Contains(e.Number)),
        InvalidOperationException pool => pool.Message.StartsWith(NoConnectionToBeHad, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>All that tells an exhausted pool of connections from a misuse of one: SqlClient throws the same type for both, with no code.</summary>
    private const string NoConnectionToBeHad = "Timeout expired.";

    /// <summary>A command that was cancelled is told as an error without a number; so is a connection that broke, which is why whoever asks knows whether anybody had cancelled.</summary>
    protected override bool IsBreakingOff(Exception cause) => cause is SqlException { Number: 0 };

    /// <summary>One row with one truth value.</summary>
    public const string MayBeWrittenTo = "SELECT CAST(CASE WHEN DATABASEPROPERTYEX(DB_NAME(), 'Updateability') = 'READ_WRITE' THEN 1 ELSE 0 END AS bit)";

    public override Task<bool> IsReadyAsync(FondDb db, CancellationToken ct) =>
        AnswersYesAsync(db, MayBeWrittenTo, ct);

    protected override bool IsMissingDatabase(DbException fault) => fault is SqlException { Number: CannotOpenDatabase };
}
