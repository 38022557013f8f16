using Fond.Domain.Common;

namespace Fond.Features.Platform.Access;

/// <summary>Who acts in this scope, and in what language they read. Set once by whoever opens the scope.</summary>
internal sealed class ActorContext
{
    public Actor Actor { get; set; } = Actor.Public;

    public Language Language { get; set; } = Language.Swedish;

    /// <summary>The name of the mutation, timer or command that the audit trail records.</summary>
    public string Action { get; set; } = "";
}
