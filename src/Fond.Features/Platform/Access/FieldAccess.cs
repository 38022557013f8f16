using Fond.Domain.Access;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Platform.Access;

/// <summary>What a caller must be to name a field or type in a document at all. Objects are checked again where they are loaded.</summary>
/// <param name="Public">Open without sign-in.</param>
/// <param name="Roles">Any of these; empty: whoever is signed in.</param>
internal sealed record FieldAccess(bool Public, IReadOnlyList<Role> Roles)
{
    public static readonly FieldAccess Everybody = new(true, []);

    public static readonly FieldAccess SignedIn = new(false, []);

    public static FieldAccess For(params Role[] roles) => new(false, roles);

    private const string Key = "fond:access";

    public bool Admits(Actor actor) => Public || (actor.IsSignedIn && (Roles.Count == 0 || actor.Has([.. Roles])));

    public void On(IProvideMetadata target) => target.Metadata[Key] = this;

    public static FieldAccess? Of(IProvideMetadata? target) => target?.GetMetadata<FieldAccess?>(Key);
}
