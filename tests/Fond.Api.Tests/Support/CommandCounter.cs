using Microsoft.Extensions.Logging;

namespace Fond.Api.Tests.Support;

/// <summary>Counts the commands that go to the database.</summary>
internal sealed class CommandCounter : ILoggerProvider, ILogger
{
    private int _count;

    public int Count => _count;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuted.Id) Interlocked.Increment(ref _count);
    }

    public void Dispose() { }
}
