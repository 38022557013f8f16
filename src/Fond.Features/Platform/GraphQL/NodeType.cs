using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Platform.GraphQL;

internal sealed class NodeInterface : InterfaceGraphType<Entity>
{
    public NodeInterface()
    {
        Name = "Node";
        Description = "Anything with an id of its own.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("Opaque, stable, unique over all types.");
    }
}

/// <summary>
/// An entity as clients see it. Closed to the public unless its constructor says otherwise; which objects a caller sees is
/// decided by the type's <see cref="IVisible{T}"/>. Fields are named one by one: a new property is never exposed by accident.
/// </summary>
internal abstract class NodeType<T> : ObjectGraphType<T> where T : Entity
{
    protected NodeType(string description, FieldAccess? access = null)
    {
        Name = typeof(T).Name;
        Description = description;
        (access ?? FieldAccess.SignedIn).On(this);
        Interface<NodeInterface>();
        IsTypeOf = value => value is T;
        Field<NonNullGraphType<IdGraphType>>("id").Description("Opaque, stable, unique over all types.").Resolve(c => GlobalId.Of<T>(c.Source.Id));
        if (typeof(T).IsAssignableTo(typeof(Aggregate)))
            Field<NonNullGraphType<LongGraphType>>("version").Description("Rises with every change; send it back as expectedVersion to be told of others' changes.")
                .Resolve(c => ((Aggregate)(object)c.Source).Version);
    }

    /// <summary>A plain value. Nullability follows the property's declaration.</summary>
    protected FieldType Value<TValue>(string name, string description, Func<T, TValue> value, bool nullable = false) =>
        Field(name, Reference<TValue>(nullable)).Description(description).Resolve(c => value(c.Source)).FieldType;

    /// <summary>A list of plain values, never null.</summary>
    protected FieldType Values<TValue>(string name, string description, Func<T, IEnumerable<TValue>> values) =>
        Field(name, ListOf<TValue>()).Description(description).Resolve(c => values(c.Source)).FieldType;

    /// <summary>A text in the caller's language.</summary>
    protected FieldType Localised(string name, string description, Func<T, Text> text) =>
        Field<NonNullGraphType<StringGraphType>>(name).Description(description).Resolve(c => c.Say(text(c.Source))).FieldType;

    /// <summary>Another object, null when the caller may not see it.</summary>
    protected FieldType One<TOther>(string name, string description, Func<T, long?> key) where TOther : Entity =>
        Field(name, Reference<TOther>(nullable: true)).Description(description)
            .Resolve(c => c.Service<BatchLoader>().One<TOther>(key(c.Source))).FieldType;

    /// <summary>Other objects by their ids, without those that the caller may not see.</summary>
    protected FieldType Several<TOther>(string name, string description, Func<T, IEnumerable<long>> keys) where TOther : Entity =>
        Field(name, ListOf<TOther>()).Description(description)
            .Resolve(c => c.Service<BatchLoader>().All<TOther>(keys(c.Source)).Then(c.Service<ResultBudget>().Take)).FieldType;

    /// <summary>The objects that point here and that the caller may see, oldest first. For lists that stay short; long ones are connections.</summary>
    protected FieldType Many<TOther>(string name, string description, Expression<Func<TOther, long?>> foreignKey) where TOther : Entity
    {
        var key = new ForeignKey<TOther>(foreignKey);
        return Field(name, ListOf<TOther>()).Description(description)
            .Resolve(c => c.Service<BatchLoader>().Many(key, c.Source.Id).Then(list => c.Service<ResultBudget>().Take(list ?? []))).FieldType;
    }

    protected static Type Reference<TValue>(bool nullable) => nullable
        ? typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(Underlying<TValue>())
        : typeof(NonNullGraphType<>).MakeGenericType(typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(Underlying<TValue>()));

    protected static Type ListOf<TValue>() =>
        typeof(NonNullGraphType<>).MakeGenericType(typeof(ListGraphType<>).MakeGenericType(Reference<TValue>(nullable: false)));

    private static Type Underlying<TValue>() => Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue);
}

internal static class FieldAccessExtensions
{
    /// <summary>Narrows a field to some roles, beyond what its type asks.</summary>
    public static FieldType Only(this FieldType field, params Role[] roles)
    {
        FieldAccess.For(roles).On(field);
        return field;
    }
}
