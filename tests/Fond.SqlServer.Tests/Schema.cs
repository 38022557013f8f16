using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Fond.SqlServer.Tests;

/// <summary>The tables that the migrations make, as DacFx understands them: it parses statements and looks up their names, without a server.</summary>
internal static class Schema
{
    public static string Script { get; } = MigrationScript();

    /// <summary>What makes the tables and triggers, in the order of the script.</summary>
    public static IReadOnlyList<TSqlStatement> Definitions { get; } = [.. Statements(Script).Where(IsDefinition)];

    /// <summary>All that DacFx says of the migrations and of the statements run upon them.</summary>
    public static IReadOnlyList<string> Faults(params IReadOnlyList<string> statements)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var definition in Definitions) model.AddObjects(Text(definition));
        for (var i = 0; i < statements.Count; i++)
        {
            try
            {
                model.AddOrUpdateObjects($"CREATE PROCEDURE [dbo].[Statement{i}] AS BEGIN\n{statements[i]}\nEND", $"Statement{i}.sql", new TSqlObjectOptions());
            }
            catch (DacModelException unread)
            {
                return [$"{unread.Message}\n{statements[i]}"]; // a model that has refused one takes no more
            }
        }

        return [.. model.Validate().Select(message => $"{message.Prefix}{message.Number} {message.Message}\n{Blamed(message.Message, statements)}")];
    }

    private static string Blamed(string message, IReadOnlyList<string> statements) =>
        string.Join('\n', statements.Where((_, i) => message.Contains($"[Statement{i}]", StringComparison.Ordinal)));

    public static IReadOnlyList<string> SyntaxFaults(string sql)
    {
        Parse(sql, out var errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
    }

    public static string Text(TSqlFragment part) => string.Concat(part.ScriptTokenStream.Take(part.LastTokenIndex + 1).Skip(part.FirstTokenIndex).Select(token => token.Text));

    /// <summary>Those that the script has in quotes, for EXEC, are taken out of them.</summary>
    private static IEnumerable<TSqlStatement> Statements(string sql) =>
        ((TSqlScript)Parse(sql, out _)).Batches.SelectMany(batch => batch.Statements).SelectMany(statement => Quoted(statement) is { } quoted ? Statements(quoted) : [statement]);

    private static string? Quoted(TSqlStatement statement) =>
        statement is ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } } ? text.Value : null;

    private static TSqlFragment Parse(string sql, out IList<ParseError> errors)
    {
        using var text = new StringReader(sql);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out errors);
    }

    /// <summary>The rest of the script is EF Core's own book-keeping. What is not known here is no such thing, until somebody says so.</summary>
    private static bool IsDefinition(TSqlStatement statement) => statement switch
    {
        CreateTableStatement or CreateIndexStatement or CreateTriggerStatement => true,
        IfStatement or BeginTransactionStatement or CommitTransactionStatement or InsertStatement => false,
        _ => throw new NotSupportedException($"A migration has a {statement.GetType().Name}: {Text(statement)}"),
    };

    private static string MigrationScript()
    {
        using FondDb db = new Unsent().Open();
        return db.GetService<IMigrator>().GenerateScript();
    }
}
