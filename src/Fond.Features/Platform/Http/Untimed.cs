namespace Fond.Features.Platform.Http;

/// <summary>Said of a route that <see cref="GraphQL.TimeLimit"/> does not end: it has a limit of its own, or goes on for as long as a file is large.</summary>
internal sealed record Untimed;
