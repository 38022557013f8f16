using Microsoft.Extensions.Hosting;

namespace Fond.Features.Platform.Access;

/// <summary>The whole schema is for those who have signed in, and in Development for all.</summary>
internal sealed class Introspection(IHostEnvironment environment)
{
    public bool IsOpenTo(Actor actor) => actor.IsSignedIn || environment.IsDevelopment();
}
