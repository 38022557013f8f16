using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using GraphQL;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

/// <summary>The codes of top-level errors that Fond itself raises; malformed documents keep the codes of the GraphQL library.</summary>
internal static class ErrorCodes
{
    public const string Unauthenticated = "UNAUTHENTICATED";
    public const string Forbidden = "FORBIDDEN";
    public const string Internal = "INTERNAL";
    public const string Unavailable = "UNAVAILABLE";
    public const string LimitExceeded = "LIMIT_EXCEEDED";
    public const string BadInput = "BAD_INPUT";
    public const string RateLimited = "RATE_LIMITED";
    public const string CrossSite = "CROSS_SITE";
}

internal static class AccessError
{
    public static readonly Text SignIn = new("Logga in först.", "Sign in first.");

    public static ValidationError For(ActorContext context, ValidationContext document, ASTNode node) =>
        document.Fault(node, Code(context.Actor), Message(context));

    public static ExecutionError For(ActorContext context) => new(Message(context)) { Code = Code(context.Actor) };

    private static string Code(Actor actor) => actor.IsSignedIn ? ErrorCodes.Forbidden : ErrorCodes.Unauthenticated;

    private static string Message(ActorContext context) =>
        (context.Actor.IsSignedIn ? ForbiddenException.Text : SignIn).In(context.Language);
}

internal static class DocumentFaults
{
    /// <summary>An error that points at its place in the document.</summary>
    public static ValidationError Fault(this ValidationContext context, ASTNode node, string code, string message)
    {
        var error = new ValidationError(message) { Code = code };
        error.AddLocation(Location.FromLinearPosition(context.Document.Source, node.Location.Start));
        return error;
    }
}
