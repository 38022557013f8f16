using GraphQL.Validation;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

/// <summary>What a request may cost; anything above is refused before it runs.</summary>
internal static class Limits
{
    public const int Depth = 16;

    /// <summary>Fields that a document may resolve, lists counted by the page size asked for.</summary>
    public const int Complexity = 60_000;

    /// <summary>The same for a document that asks for the schema alone: what tools send (GraphiQL, code generators) costs a million, as each type counts.</summary>
    public const int SchemaComplexity = 2_000_000;

    public const int Aliases = 30;

    public const int Directives = 50;

    /// <summary>Fields of a document with its fragments written out. What checks a document takes longer than in proportion to them.</summary>
    public const int Fields = 2_000;

    /// <summary>Objects in lists that an answer may hold, however they are nested.</summary>
    public const int Objects = 50_000;

    /// <summary>Bytes of a request; a bulk of ten thousand measurements takes under two megabytes.</summary>
    public const int BodyBytes = 8 * 1024 * 1024;

    public const int DocumentCharacters = 50_000;

    /// <summary>Names, values and marks of a document.</summary>
    public const int Tokens = 10_000;

    /// <summary>Values in the variables of a request, however nested: twenty thousand measurements with all their fields.</summary>
    public const int VariableValues = 400_000;

    /// <summary>Projects side by side in a report.</summary>
    public const int ReportProjects = 300;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(30);
}

/// <summary>How long a request may take until its answer begins; <see cref="Limits.Time"/> in every installation.</summary>
internal sealed record TimeLimit(TimeSpan Time);

/// <summary>GET only reads.</summary>
internal sealed class QueriesOnly : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query)
            context.ReportError(new ValidationError("GET takes queries only; send mutations by POST.") { Code = Code });
        return default;
    }

    public const string Code = "HTTP_METHOD_VALIDATION";
}
