using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

/// <summary>No page larger than a list gives, wherever its size stands: in the document, in a variable or in a variable's default. Known before anything runs.</summary>
internal sealed class PageSize : ValidationRuleBase
{
    public const string Argument = "first";

    private static readonly Text Told = new($"{Argument} ska vara 1 till {Connections.LargestPage}.", $"{Argument} must be 1 to {Connections.LargestPage}.");

    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static readonly MatchingNodeVisitor<GraphQLField> Visitor = new((field, context) =>
    {
        if (context.ArgumentValues is not { } all || !all.TryGetValue(field, out var arguments) || !arguments.TryGetValue(Argument, out var first) || first.Value is not (int and (< 1 or > Connections.LargestPage))) return;
        var fault = context.Fault(field, ErrorCodes.BadInput, Told.In(context.ActorContext().Language));
        fault.Extensions = new Dictionary<string, object?> { ["argument"] = Argument };
        context.ReportError(fault);
    });
}
