using GraphQL;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

/// <summary>What a request reads of an object that is handed over whole.</summary>
internal static class Selection
{
    /// <summary>Paths of the fields that hold no others, below the field at hand: <c>summary</c>, <c>targetGroup.area</c>. One that a directive leaves out further down counts as read.</summary>
    public static IEnumerable<string> SelectedPaths(this IResolveFieldContext context) =>
        (context.SubFields ?? []).Values.SelectMany(sub => Paths(sub.Field, context.Document));

    private static IEnumerable<string> Paths(GraphQLField field, GraphQLDocument document)
    {
        var name = field.Name.StringValue;
        if (field.SelectionSet is not { } selected) return [name];
        return Below(selected, document).SelectMany(sub => Paths(sub, document)).Select(path => $"{name}.{path}");
    }

    private static IEnumerable<GraphQLField> Below(GraphQLSelectionSet selected, GraphQLDocument document) => selected.Selections.SelectMany(selection => selection switch
    {
        GraphQLField field => [field],
        GraphQLInlineFragment inline => Below(inline.SelectionSet, document),
        GraphQLFragmentSpread spread => Below(document.Definitions.OfType<GraphQLFragmentDefinition>().First(f => f.FragmentName.Name == spread.FragmentName.Name).SelectionSet, document),
        _ => [],
    });
}
