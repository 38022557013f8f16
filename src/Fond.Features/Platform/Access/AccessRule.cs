using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Access;

/// <summary>
/// Refuses a whole document that names something the caller may not use: fields, the types they lie on and lead to,
/// fragments by their type condition. A root field that declares nothing is closed.
/// </summary>
internal sealed class AccessRule : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static readonly NodeVisitors Visitor = new(
        new MatchingNodeVisitor<GraphQLField>((field, context) =>
        {
            var parent = context.TypeInfo.GetParentType();
            var definition = context.TypeInfo.GetFieldDef();
            Check(context, field, parent);
            if (definition is null) return;
            if (definition.Name.StartsWith("__", StringComparison.Ordinal))
            {
                if (definition.Name != "__typename" && !context.RequestServices!.GetRequiredService<Introspection>().IsOpenTo(context.ActorContext().Actor)) Report(context, field);
                return;
            }
            if (FieldAccess.Of(definition) is { } access) Demand(context, field, access);
            else if (IsRoot(context, parent)) Report(context, field);
            Check(context, field, definition.ResolvedType?.GetNamedType());
        }),
        new MatchingNodeVisitor<GraphQLInlineFragment>((fragment, context) => Check(context, fragment, context.TypeInfo.GetLastType())),
        new MatchingNodeVisitor<GraphQLFragmentDefinition>((fragment, context) => Check(context, fragment, context.TypeInfo.GetLastType())));

    private static bool IsRoot(ValidationContext context, IGraphType? parent) =>
        ReferenceEquals(parent, context.Schema.Query) || ReferenceEquals(parent, context.Schema.Mutation);

    private static void Check(ValidationContext context, ASTNode node, IGraphType? type)
    {
        if (type?.GetNamedType() is { } named && FieldAccess.Of(named) is { } access) Demand(context, node, access);
    }

    private static void Demand(ValidationContext context, ASTNode node, FieldAccess access)
    {
        if (!access.Admits(context.ActorContext().Actor)) Report(context, node);
    }

    private static void Report(ValidationContext context, ASTNode node)
    {
        if (context.HasErrors) return; // one refusal is enough, and says the least
        context.ReportError(AccessError.For(context.ActorContext(), context, node));
    }
}
