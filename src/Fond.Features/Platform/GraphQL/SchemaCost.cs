using GraphQL.Validation.Complexity;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

/// <summary>Lets a document that asks for the schema alone cost what the schema costs (<see cref="Limits.SchemaComplexity"/>).</summary>
internal static class SchemaCost
{
    public static Task AllowAsync(ComplexityValidationContext context)
    {
        var asked = context.ValidationContext.Operation.SelectionSet.Selections;
        if (asked.All(s => s is GraphQLField { Name.StringValue: "__schema" or "__type" or "__typename" })
            && context.TotalImpact <= Limits.SchemaComplexity && context.MaxDepth <= Limits.Depth) context.Error = null;
        return Task.CompletedTask;
    }
}
