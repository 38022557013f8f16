using System.Reflection;
using Fond.Data.SqlServer;
using Microsoft.Data.SqlClient;

namespace Fond.SqlServer.Tests;

public sealed class PassingFaultTests
{
    private static readonly SqlServerEngine Engine = new();

    [Fact]
    public void That_all_connections_are_taken_passes_by_itself() => Assert.True(Engine.IsPassing(PoolExhausted()));

    [Fact]
    public void That_a_connection_is_used_wrongly_does_not()
    {
        using var connection = new SqlConnection();
        Assert.False(Engine.IsPassing(Assert.Throws<InvalidOperationException>(connection.Open)));
    }

    /// <summary>As SqlClient makes it; without a server that lets somebody in, nothing else can bring it about.</summary>
    private static InvalidOperationException PoolExhausted() =>
        Assert.IsType<InvalidOperationException>(typeof(SqlConnection).Assembly.GetType("Microsoft.Data.Common.ADP")!
            .GetMethod("PooledOpenTimeout", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, []));
}
