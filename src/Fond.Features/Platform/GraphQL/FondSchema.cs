using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.GraphQL;

internal sealed class FondSchema : Schema
{
    private readonly Dictionary<string, Type> _nodes = [];

    public FondSchema(IServiceProvider services, IEnumerable<IFeature> features) : base(services)
    {
        Description = "Case management of a municipal social investment fund: from call and application to decision and measured impact.";
        RegisterTypeMapping(typeof(Money), typeof(MoneyType));
        RegisterTypeMapping(typeof(DateTimeOffset), typeof(InstantType));
        foreach (var (entity, graph) in NodeTypes())
        {
            RegisterTypeMapping(entity, graph);
            RegisterType(graph);
            _nodes[entity.Name] = entity;
        }
        var query = new ObjectGraphType { Name = "Query", Description = "What can be read." };
        var mutation = new ObjectGraphType { Name = "Mutation", Description = "What can be done. Each runs alone and whole, or not at all." };
        var (queries, mutations) = (new QueryFields(query), new MutationFields(mutation));
        queries.Field<NodeInterface, Entity>("node", "Anything that the caller may see, by its id; null otherwise.", FieldAccess.Everybody, NodeAsync,
            f => f.With<NonNullGraphType<IdGraphType>>("id", "The id."));
        foreach (var feature in features.OrderBy(f => f.GetType().Name, StringComparer.Ordinal))
        {
            feature.AddQueries(queries);
            feature.AddMutations(mutations);
        }
        (Query, Mutation) = (query, mutation);
        this.RegisterVisitor(new ScalarDescriptions());
    }

    /// <summary>Each entity that clients can see, with its graph type.</summary>
    internal static IEnumerable<(Type Entity, Type Graph)> NodeTypes() =>
        from type in typeof(FondSchema).Assembly.GetTypes()
        where type is { IsClass: true, IsAbstract: false } && EntityOf(type) is not null
        select (EntityOf(type)!, type);

    /// <summary>Null for what is no node type.</summary>
    private static Type? EntityOf(Type? graph) => graph switch
    {
        null => null,
        { IsGenericType: true } when graph.GetGenericTypeDefinition() == typeof(NodeType<>) => graph.GetGenericArguments()[0],
        _ => EntityOf(graph.BaseType),
    };

    private async Task<Entity?> NodeAsync(IResolveFieldContext context)
    {
        if (!GlobalId.TryRead(context.GetArgument<string>("id"), out var type, out var id) || !_nodes.TryGetValue(type, out var entity)) return null;
        var graph = context.Schema.AllTypes[type];
        if (graph is not null && FieldAccess.Of(graph) is { } access && !access.Admits(context.Actor())) return null;
        return await context.Service<Visibility>().FindAsync(entity, id, context.CancellationToken);
    }
}

/// <summary>The library leaves some of its scalars without a word.</summary>
internal sealed class ScalarDescriptions : BaseSchemaNodeVisitor
{
    public override void VisitScalar(ScalarGraphType type, ISchema schema) => type.Description ??= type.Name switch
    {
        "Long" => "A whole number of up to 64 bits.",
        "Decimal" => "An exact decimal number.",
        _ => null,
    };
}
