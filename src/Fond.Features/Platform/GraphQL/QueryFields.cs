using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Platform.GraphQL;

/// <summary>Adds fields to the query root. Each says who may name it; what they then see is up to <see cref="Visibility"/>.</summary>
internal sealed class QueryFields(ObjectGraphType query)
{
    /// <summary>A list of objects by pages of at most <see cref="Connections.LargestPage"/>.</summary>
    /// <param name="arguments">Filters; first and after are added.</param>
    public void List<T>(string name, string description, FieldAccess access, Func<IResolveFieldContext, IQueryable<T>> rows,
        Action<FieldType>? arguments = null, bool ascending = false) where T : Entity
    {
        var field = query.Field<ConnectionType<T>, object>(name).Description(description)
            .Argument<IntGraphType>("first", $"How many, 1 to {Connections.LargestPage}; {Connections.DefaultPage} unless said.")
            .Argument<StringGraphType>("after", "The cursor after which the page begins.")
            .ResolveAsync(async c => await rows(c).PageAsync(c, ascending)).FieldType;
        arguments?.Invoke(field);
        access.On(field);
    }

    /// <summary>Any other field.</summary>
    public void Field<TGraph, TValue>(string name, string description, FieldAccess access, Func<IResolveFieldContext, Task<TValue?>> resolve,
        Action<FieldType>? arguments = null) where TGraph : IGraphType
    {
        var field = query.Field<TGraph, object>(name).Description(description).ResolveAsync(async c => await resolve(c)).FieldType;
        arguments?.Invoke(field);
        access.On(field);
    }
}

internal static class FieldArguments
{
    public static FieldType With<TGraph>(this FieldType field, string name, string description) where TGraph : IGraphType
    {
        field.Arguments ??= [];
        field.Arguments.Add(new QueryArgument<TGraph> { Name = name, Description = description });
        return field;
    }
}
