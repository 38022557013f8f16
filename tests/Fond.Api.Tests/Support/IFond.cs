namespace Fond.Api.Tests.Support;

/// <summary>A running Fond, in this process or in one of its own.</summary>
public interface IFond
{
    HttpClient Http { get; }

    DateOnly Today { get; }

    /// <summary>Signs a demo person in.</summary>
    Task<string> TokenAsync(string person);

    /// <summary>A client signed in as a demo person; null: the public.</summary>
    Client As(string? person) => new(this, person);
}
