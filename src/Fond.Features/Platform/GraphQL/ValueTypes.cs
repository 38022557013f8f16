using System.Reflection;
using System.Runtime.CompilerServices;
using Fond.Domain.Common;
using GraphQL.Types;

namespace Fond.Features.Platform.GraphQL;

/// <summary>An input object read off a record; descriptions come from its doc comments.</summary>
internal sealed class InputType<T> : AutoRegisteringInputObjectGraphType<T>
{
    public InputType()
    {
        var isMutation = typeof(T).IsSubclassOf(typeof(Mutations.MutationInput));
        Name = typeof(T).Name.EndsWith("Input", StringComparison.Ordinal) ? typeof(T).Name : typeof(T).Name + "Input";
        Description ??= XmlDocs.Of(typeof(T)) ?? (isMutation ? $"What {Name[..^5]} takes." : Described.Words(typeof(T).Name) + ".");
    }

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = Described.By(base.CreateField(memberInfo), memberInfo);
        if (field is not null && memberInfo is PropertyInfo property) field.DefaultValue ??= InputDefaults<T>.Of(property);
        return field;
    }
}

/// <summary>What a record's optional members hold when a client leaves them out: the schema says the same.</summary>
internal static class InputDefaults<T>
{
    private static readonly ConstructorInfo[] Constructors = typeof(T).GetConstructors(BindingFlags.Public | BindingFlags.Instance);

    private static readonly object? Blank = Constructors.FirstOrDefault(c => c.GetParameters().Length == 0)?.Invoke([]);

    public static object? Of(PropertyInfo property) =>
        Blank is null ? Constructors.SelectMany(c => c.GetParameters()).FirstOrDefault(p => p.Name == property.Name && p.HasDefaultValue)?.DefaultValue
        : property.IsDefined(typeof(RequiredMemberAttribute)) ? null : property.GetValue(Blank);
}

/// <summary>An output object read off a record without an identity: all that it holds is meant to be seen with its owner.</summary>
internal sealed class ValueType<T> : AutoRegisteringObjectGraphType<T>
{
    public ValueType()
    {
        if (typeof(T).IsAssignableTo(typeof(Entity))) throw new InvalidOperationException($"{typeof(T).Name} is an entity: give it a NodeType, so that each field is chosen.");
        Name = typeof(T).Name;
        Description ??= XmlDocs.Of(typeof(T)) ?? Described.Words(typeof(T).Name) + ".";
    }

    protected override IEnumerable<MemberInfo> GetRegisteredMembers() =>
        base.GetRegisteredMembers().OfType<PropertyInfo>().Where(p => p.Name != "EqualityContract");

    protected override FieldType? CreateField(MemberInfo memberInfo) => Described.By(base.CreateField(memberInfo), memberInfo);
}

internal sealed class EnumType<T> : EnumerationGraphType<T> where T : Enum
{
    public EnumType()
    {
        Description ??= XmlDocs.Of(typeof(T)) ?? Described.Words(typeof(T).Name) + ".";
        foreach (var value in Values)
            value.Description ??= XmlDocs.Of(typeof(T).GetField(value.Value!.ToString()!)!) ?? Described.Words(value.Value.ToString()!) + ".";
    }
}

internal static class Described
{
    public static FieldType? By(FieldType? field, MemberInfo member)
    {
        if (field is not null) field.Description ??= XmlDocs.Of(member) ?? Words(member.Name) + ".";
        return field;
    }

    /// <summary>A name that says it all, in words: <c>PlannedNumber</c> is "Planned number".</summary>
    public static string Words(string name) =>
        name[..1] + string.Concat(name.Skip(1).Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
}

/// <summary>Which graph type stands for a record or enum of ours that has none of its own.</summary>
internal sealed class ValueMapping : IGraphTypeMappingProvider
{
    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (preferredType is not null || clrType.Namespace?.StartsWith("Fond.", StringComparison.Ordinal) != true) return preferredType;
        if (clrType.IsEnum) return typeof(EnumType<>).MakeGenericType(clrType);
        return (isInputType ? typeof(InputType<>) : typeof(ValueType<>)).MakeGenericType(clrType);
    }
}
