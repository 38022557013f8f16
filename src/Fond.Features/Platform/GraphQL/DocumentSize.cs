using Fond.Domain.Common;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

/// <summary>Measures a document before anything else looks at it, in time that grows with its length alone: fragments are counted once, however often they are spread.</summary>
internal sealed class DocumentSize
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> _fragments;
    private readonly Dictionary<string, int> _counted = [];
    private int _aliases, _directives;

    private DocumentSize(GraphQLDocument document) =>
        _fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().DistinctBy(f => f.FragmentName.Name.StringValue).ToDictionary(f => f.FragmentName.Name.StringValue);

    /// <returns>What is too much; null when nothing is.</returns>
    public static Text? Excess(GraphQLDocument document)
    {
        var size = new DocumentSize(document);
        foreach (var definition in document.Definitions) size.CountDirectives(definition);
        foreach (var name in size._fragments.Keys) size.CountFragment(name);
        var fields = document.Definitions.OfType<GraphQLOperationDefinition>().Aggregate(0, (sum, operation) => Capped(sum + size.Count(operation.SelectionSet)));
        return fields > Limits.Fields ? new($"Ett dokument har högst {Limits.Fields} fält med sina fragment.", $"A document has at most {Limits.Fields} fields, its fragments written out.")
            : size._aliases > Limits.Aliases ? new($"Ett dokument har högst {Limits.Aliases} alias.", $"A document has at most {Limits.Aliases} aliases.")
            : size._directives > Limits.Directives ? new($"Ett dokument har högst {Limits.Directives} direktiv.", $"A document has at most {Limits.Directives} directives.")
            : null;
    }

    private void CountDirectives(ASTNode node)
    {
        _directives += (node as IHasDirectivesNode)?.Directives?.Count ?? 0;
        foreach (var variable in (node as GraphQLOperationDefinition)?.Variables?.Items ?? []) CountDirectives(variable);
    }

    private int Count(GraphQLSelectionSet? set) => set is null ? 0 : set.Selections.Aggregate(0, (sum, selection) => Capped(sum + Count(selection)));

    private int Count(ASTNode selection)
    {
        CountDirectives(selection);
        switch (selection)
        {
            case GraphQLField field:
                if (field.Alias is not null) _aliases++;
                return 1 + Count(field.SelectionSet);
            case GraphQLInlineFragment inline:
                return Count(inline.SelectionSet);
            case GraphQLFragmentSpread spread:
                return CountFragment(spread.FragmentName.Name.StringValue);
            default:
                return 0;
        }
    }

    /// <summary>One that spreads itself counts as nothing here; it is refused by name later.</summary>
    private int CountFragment(string name)
    {
        if (_counted.TryGetValue(name, out var known)) return known;
        if (!_fragments.TryGetValue(name, out var fragment)) return 0;
        _counted[name] = 0;
        return _counted[name] = Count(fragment.SelectionSet);
    }

    private static int Capped(int fields) => Math.Min(fields, Limits.Fields + 1);
}
