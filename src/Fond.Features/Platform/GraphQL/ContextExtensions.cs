using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.GraphQL;

/// <summary>What resolvers ask of the request that they run in.</summary>
internal static class ContextExtensions
{
    public static T Service<T>(this IResolveFieldContext context) where T : notnull => context.RequestServices!.GetRequiredService<T>();

    public static ActorContext ActorContext(this IResolveFieldContext context) => context.Service<ActorContext>();

    public static ActorContext ActorContext(this ValidationContext context) => context.RequestServices!.GetRequiredService<ActorContext>();

    public static Actor Actor(this IResolveFieldContext context) => context.ActorContext().Actor;

    public static FondDb Db(this IResolveFieldContext context) => context.Service<FondDb>();

    /// <summary>What the caller may see of <typeparamref name="T"/>.</summary>
    public static IQueryable<T> Visible<T>(this IResolveFieldContext context) where T : Entity => context.Service<Visibility>().Of<T>();

    /// <summary>The text in the caller's language.</summary>
    public static string Say(this IResolveFieldContext context, Text text) => text.In(context.ActorContext().Language);
}
