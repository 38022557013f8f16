using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Fond.SqlServer.Tests;

/// <summary>The tables, indexes and triggers that the migrations leave.</summary>
internal static class Definitions
{
    public static IReadOnlyList<TSqlStatement> All { get; } = Put(Statements(MigrationScript.Text));

    /// <summary>What a script does to rows, but for EF Core's own book of migrations.</summary>
    public static IReadOnlyList<string> ChangesIn(string script) => [.. Statements(script).Where(s => s is DataModificationStatement).Select(Text).Where(change => !IsBookKeeping(change))];

    public static string Text(TSqlFragment part)
    {
        new Sql160ScriptGenerator().GenerateScript(part, out var text);
        return text;
    }

    /// <summary>Those that the script has in quotes, for EXEC, are taken out of them.</summary>
    private static IEnumerable<TSqlStatement> Statements(string sql) =>
        ((TSqlScript)MigrationScript.Parse(sql, out _)).Batches.SelectMany(batch => batch.Statements).SelectMany(statement => Quoted(statement) is { } quoted ? Statements(quoted) : [statement]);

    private static string? Quoted(TSqlStatement statement) =>
        statement is ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral text] } } ? text.Value : null;

    /// <summary>What later migrations add to a table is put into its definition, and what they drop is left out, since DacFx takes definitions alone. The rest is EF Core's book-keeping, or changes rows.</summary>
    private static List<TSqlStatement> Put(IEnumerable<TSqlStatement> statements)
    {
        var definitions = new List<TSqlStatement>();
        foreach (var statement in statements)
        {
            if (statement is CreateTableStatement or CreateIndexStatement or CreateTriggerStatement) definitions.Add(statement);
            else if (statement is DropIndexStatement drop) definitions.RemoveAll(d => d is CreateIndexStatement index && drop.DropIndexClauses.OfType<DropIndexClause>().Any(c => c.Index.Value == index.Name.Value && Name(c.Object) == Name(index.OnName)));
            else if (statement is AlterTableAddTableElementStatement addition) Add(addition, definitions.OfType<CreateTableStatement>().Single(table => Name(table.SchemaObjectName) == Name(addition.SchemaObjectName)));
            else if (!LeavesDefinitions(statement))
                throw new NotSupportedException($"A migration has a {statement.GetType().Name}, of which this class must be told what it does to a definition: {Text(statement)}");
        }

        return definitions;
    }

    private static bool LeavesDefinitions(TSqlStatement statement) =>
        statement is BeginTransactionStatement or CommitTransactionStatement or DataModificationStatement || (statement is IfStatement && (IsBookKeeping(Text(statement)) || IsAboutIdentities(Text(statement))));

    private static bool IsAboutIdentities(string statement) => statement.Contains("IDENTITY_INSERT", StringComparison.Ordinal);

    private static bool IsBookKeeping(string statement) => statement.Contains("[__EFMigrationsHistory]", StringComparison.Ordinal);

    private static void Add(AlterTableAddTableElementStatement addition, CreateTableStatement table)
    {
        foreach (var column in addition.Definition.ColumnDefinitions) table.Definition.ColumnDefinitions.Add(column);
        foreach (var constraint in addition.Definition.TableConstraints) table.Definition.TableConstraints.Add(constraint);
    }

    private static string Name(SchemaObjectName name) => name.BaseIdentifier.Value;
}
