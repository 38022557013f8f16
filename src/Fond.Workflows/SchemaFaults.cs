using NJsonSchema;
using NJsonSchema.Validation;

namespace Fond.Workflows;

/// <summary>What the schema finds wrong, in words that an administrator can act on.</summary>
internal static class SchemaFaults
{
    private static readonly string[] Activities = ["notify", "startWorkflow", "signal"];

    public static IEnumerable<WorkflowFault> Of(ValidationError error) => error switch
    {
        ChildSchemaValidationError { Kind: ValidationErrorKind.ArrayItemNotValid } list => list.Errors.Values.SelectMany(e => e).SelectMany(Of),
        ChildSchemaValidationError { Kind: ValidationErrorKind.NotOneOf } alternatives => OfActivity(alternatives),
        _ => [new(Place(error.Path), Reason(error))],
    };

    /// <summary>The faults of the alternative that was meant: the one whose kind of activity fits.</summary>
    private static IEnumerable<WorkflowFault> OfActivity(ChildSchemaValidationError alternatives) =>
        alternatives.Errors.Values.FirstOrDefault(faults => faults.All(f => f.Property != "activity")) is { } meant
            ? meant.SelectMany(Of)
            : [new(Place(alternatives.Path) + ".activity", $"is none of {string.Join(", ", Activities)}")];

    private static string Reason(ValidationError error) => error.Kind switch
    {
        ValidationErrorKind.PropertyRequired => "is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "is not known here",
        ValidationErrorKind.PatternMismatch when error.Property is "due" or "after" or "before" => WorkflowCheck.NoDuration,
        ValidationErrorKind.PatternMismatch => "is not written as such a word is",
        ValidationErrorKind.StringExpected => "must be text",
        ValidationErrorKind.StringTooShort => "is empty",
        ValidationErrorKind.ObjectExpected => "must be an object",
        ValidationErrorKind.ArrayExpected => "must be a list",
        ValidationErrorKind.BooleanExpected => "must be true or false",
        ValidationErrorKind.TooFewItems => "is empty",
        ValidationErrorKind.NotInEnumeration => "is not one of the words that may stand there",
        _ => $"does not fit the schema ({error.Kind})",
    };

    private static string Place(string? path) => string.IsNullOrEmpty(path) ? "$" : "$" + path.TrimStart('#').Replace('/', '.');
}
