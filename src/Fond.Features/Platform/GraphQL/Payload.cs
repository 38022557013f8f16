using Fond.Domain.Common;
using GraphQL.Types;

namespace Fond.Features.Platform.GraphQL;

/// <summary>What a mutation answers: the changed thing, or why not.</summary>
internal sealed record Payload<T>(T? Result, IReadOnlyList<UserError> Errors);

/// <param name="Code">Stable; see docs/errors.md.</param>
/// <param name="Path">The input field, outermost first; empty when no single field is to blame.</param>
/// <param name="CurrentVersion">With CONFLICT: the version that now holds.</param>
internal sealed record UserError(string Code, string Message, IReadOnlyList<string> Path, long? CurrentVersion)
{
    public static UserError From(Refusal refusal, Language language) =>
        new(refusal.Code, refusal.Message.In(language), refusal.Path, (refusal as Conflict)?.CurrentVersion);
}

internal sealed class UserErrorType : ObjectGraphType<UserError>
{
    public UserErrorType()
    {
        Name = "UserError";
        Description = "A rule that the input or the moment breaks. Nothing was changed.";
        Field(x => x.Code).Description("Stable, for programs.");
        Field(x => x.Message).Description("For people, in the language of Accept-Language (Swedish or English).");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("path")
            .Description("The input field to blame, outermost first, list positions from 0; empty when there is none.").Resolve(c => c.Source.Path);
        Field<LongGraphType>("currentVersion").Description("With CONFLICT: the version that now holds.").Resolve(c => c.Source.CurrentVersion);
    }
}
