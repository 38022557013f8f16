namespace Fond.Features.Platform.Workflows;

/// <summary>A row that says when it is to be done: a timer, an alarm or an e-mail.</summary>
internal interface IDueWork
{
    /// <summary>Null: done, cancelled or set aside as an incident.</summary>
    DateTimeOffset? NextAttemptAt { get; }

    int Attempts { get; }

    /// <param name="next">Null: set aside.</param>
    void Failed(DateTimeOffset? next);

    void Retry(DateTimeOffset now);

    /// <summary>Not before then, and nothing is counted.</summary>
    void Postpone(DateTimeOffset until);
}
