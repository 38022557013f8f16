namespace Fond.Api.Hosting;

/// <summary>Fond cannot start as it is configured; the message tells an operator what to mend.</summary>
internal sealed class StartupFault(string message) : Exception(message);
