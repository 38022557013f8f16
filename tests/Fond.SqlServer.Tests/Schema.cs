using Microsoft.SqlServer.Dac.Model;

namespace Fond.SqlServer.Tests;

/// <summary>The tables that the migrations make, as DacFx understands them: it parses statements and looks up their names, without a server.</summary>
internal static class Schema
{
    /// <summary>All that DacFx says of the migrations and of the statements run upon them.</summary>
    public static IReadOnlyList<string> Faults(params IReadOnlyList<string> statements)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var definition in Definitions.All) model.AddObjects(Definitions.Text(definition));
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
}
