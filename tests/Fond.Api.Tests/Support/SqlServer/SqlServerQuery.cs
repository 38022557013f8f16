using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using Fond.Data.SqlServer;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Api.Tests.Support.SqlServer;

/// <summary>A query of another database, translated for SQL Server: the statements of it, with those that a split query sends afterwards.</summary>
internal sealed class SqlServerQuery
{
    private static readonly DbContextOptions<FondDb> Options = NeverOpened();

    private readonly List<Expression> _statements;
    private readonly ConcurrentDictionary<string, bool> _recorded = new();

    /// <exception cref="InvalidOperationException">SQL Server has no such query.</exception>
    public SqlServerQuery(Expression query, bool async)
    {
        using var db = new FondDb(Options);
        var compilation = db.GetService<IQueryCompilationContextFactory>().Create(async);
        var prepared = db.GetService<IQueryTranslationPreprocessorFactory>().Create(compilation).Process(new OtherModel(db).Visit(query));
        var translated = db.GetService<IQueryableMethodTranslatingExpressionVisitorFactory>().Create(compilation).Translate(prepared);
        _statements = Selects.Of(db.GetService<IQueryTranslationPostprocessorFactory>().Create(compilation).Process(translated));
    }

    /// <summary>The text depends upon which parameters are null and how long lists are, not upon their values.</summary>
    public void Record(IReadOnlyDictionary<string, object?> parameters)
    {
        var shape = string.Join(',', parameters.Select(p => p.Value switch { null => "-", string => "+", ICollection list => $"{list.Count}", _ => "+" }));
        if (!_recorded.TryAdd(shape, true)) return;
        using var db = new FondDb(Options);
        foreach (var statement in _statements) StatementFolder.Add(Text(db, statement, new(parameters)));
    }

    private static string Text(FondDb db, Expression statement, Dictionary<string, object?> values)
    {
        foreach (var name in ParameterNames.Of(statement)) values.TryAdd(name, ""); // computed from others when the query runs, such as the pattern of a StartsWith
#pragma warning disable EF1001 // the factory is public, what it takes is not
        var processor = db.GetService<IRelationalParameterBasedSqlProcessorFactory>().Create(new(useRelationalNulls: false, ParameterTranslationMode.MultipleParameters));
#pragma warning restore EF1001
        var template = db.GetService<IQuerySqlGeneratorFactory>().Create().GetCommand(processor.Process(statement, new ParametersCacheDecorator(values)));
        var nulls = template.Parameters.Select(p => p.InvariantName).Distinct().ToDictionary(name => name, _ => (object?)null);
        using var command = template.CreateDbCommand(new(db.GetService<IRelationalConnection>(), nulls, readerColumns: null, db, logger: null), Guid.Empty, DbCommandMethod.ExecuteReader);
        return db.GetService<IRelationalQueryStringFactory>().Create(command);
    }

    private static DbContextOptions<FondDb> NeverOpened()
    {
        var options = new DbContextOptionsBuilder<FondDb>();
        new SqlServerEngine().Use(options, "Server=none");
        return options.Options;
    }
}
