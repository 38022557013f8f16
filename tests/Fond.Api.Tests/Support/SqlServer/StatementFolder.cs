using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Fond.Api.Tests.Support.SqlServer;

/// <summary>Where the statements go that SQL Server would have been sent, a file each; Fond.SqlServer.Tests reads them there.</summary>
internal static class StatementFolder
{
    private static readonly string? Place = Environment.GetEnvironmentVariable("FOND_SQLSERVER_STATEMENTS");
    private static readonly ConcurrentDictionary<string, bool> Written = new();

    public static bool IsWanted => !string.IsNullOrWhiteSpace(Place);

    public static void Add(string statement)
    {
        if (!Written.TryAdd(statement, true)) return;
        Directory.CreateDirectory(Place!);
        File.WriteAllText(Path.Combine(Place!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(statement)))[..32] + ".sql"), statement);
    }
}
