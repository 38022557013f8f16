using Fond.Features.Platform.Persistence;

namespace Fond.Features.Platform.Telemetry;

/// <summary>
/// A fault as the log may have it: what kinds of fault one another's cause are, with the database's codes, and where in the code it came up. Never the messages:
/// a server quotes the value that it did not take, and a library the text that it could not read.
/// </summary>
internal sealed class LoggedFault(Exception fault) : Exception(DatabaseEngine.Describe(fault))
{
    public override string? StackTrace => fault.StackTrace;

    public override string ToString() => $"{Message}{Environment.NewLine}{StackTrace}";
}
