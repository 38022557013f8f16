using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Fond.SqlServer.Tests;

/// <summary>What an administrator would run on a SQL Server.</summary>
internal static class MigrationScript
{
    public static string Text { get; } = Generate();

    public static IReadOnlyList<string> SyntaxFaults(string sql)
    {
        Parse(sql, out var errors);
        return [.. errors.Select(e => $"line {e.Line}: {e.Message}")];
    }

    public static TSqlFragment Parse(string sql, out IList<ParseError> errors)
    {
        using var text = new StringReader(sql);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out errors);
    }

    private static string Generate()
    {
        using var db = new Unsent().Open();
        return db.GetService<IMigrator>().GenerateScript();
    }
}
