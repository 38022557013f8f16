using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using Microsoft.Extensions.Hosting;

namespace Fond.Features.Platform.GraphQL;

/// <summary>
/// Adds the path of the input field to errors about malformed values, as refusals have it: the library says it in its sentence
/// alone. Details of exceptions are never shown.
/// </summary>
internal sealed partial class BlamedFields(IHostEnvironment environment) : ErrorInfoProvider(options => options.ExposeExceptionDetails = false)
{
    /// <summary>What it guesses was meant would tell names of the schema to those who may not read it.</summary>
    private const string Guess = " Did you mean ";

    public override ErrorInfo GetInfo(ExecutionError executionError)
    {
        var info = base.GetInfo(executionError);
        if (!environment.IsDevelopment()) info.Message = info.Message.Split(Guess)[0];
        if (PathIn(executionError.Message) is not { Count: > 0 } path) return info;
        var extensions = new Dictionary<string, object?>(info.Extensions ?? new Dictionary<string, object?>()) { ["path"] = path };
        info.Extensions = extensions;
        return info;
    }

    /// <summary>Of a variable "$input.rows[0].value", or of a literal "In field 'rows': In element #1: [In field 'value' ...".</summary>
    private static List<string> PathIn(string message)
    {
        if (Variable().Match(message) is { Success: true } variable)
            return [.. variable.Groups["path"].Value.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(part => part == "input")];
        if (!message.StartsWith("Argument ", StringComparison.Ordinal)) return [];
        return [.. Literal().Matches(message).Select(m => m.Groups["field"].Success ? m.Groups["field"].Value : Position(m.Groups["element"].Value))];
    }

    private static string Position(string element) => (int.Parse(element, System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Variable '\$(?<path>[A-Za-z0-9_.\[\]]+)'")]
    private static partial Regex Variable();

    [GeneratedRegex(@"In field '(?<field>[A-Za-z0-9_]+)'|In element #(?<element>\d{1,6})")]
    private static partial Regex Literal();
}
