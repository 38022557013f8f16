using System.Reflection;
using Fond.Api.Tests.Support;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;

namespace Fond.Api.Tests.Platform;

public sealed class ErrorTests
{
    [Fact]
    public void Every_code_is_unique_and_documented_in_both_languages()
    {
        var refusals = Refusals().ToList();
        Assert.Empty(refusals.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(refusals, r => Assert.Matches("^[A-Z][A-Z_]+$", r.Code));
        Assert.All(refusals, r => Assert.False(string.IsNullOrWhiteSpace(r.Message.Sv) || string.IsNullOrWhiteSpace(r.Message.En), r.Code));
        Assert.Equal(ForWholeRequests.Keys.Order(StringComparer.Ordinal), Constants(typeof(ErrorCodes)).Order(StringComparer.Ordinal));
        var page = Page(refusals);
        var file = Path.Combine(Repository.Root, "docs", "errors.md");
        if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, page);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), page);
    }

    private static readonly Dictionary<string, string> ForWholeRequests = new()
    {
        ["BAD_INPUT"] = "400, 415 | The request cannot be read: no query, no JSON, a form where bytes are asked for. Also a page size or cursor that is none, with `extensions.argument`.",
        ["UNAUTHENTICATED"] = "401 | Somebody must sign in for that, or the token does not hold.",
        ["FORBIDDEN"] = "403 | None of the caller's roles may do or see that.",
        ["CROSS_SITE"] = "403 | A page of another site made the browser ask.",
        ["LIMIT_EXCEEDED"] = "400, 413, 503 | The request or its answer is too large, or takes too long; outside GraphQL what takes too long has 503.",
        ["RATE_LIMITED"] = "429 | The client asks too often; `Retry-After` says how many seconds to wait.",
        ["INTERNAL"] = "500 | A fault of ours. The message or `extensions.correlationId` has a number to quote; the log has the cause under it.",
        ["UNAVAILABLE"] = "503 | The database or the virus scanner cannot serve just now. Try again after `Retry-After`; with the same idempotency key nothing is done twice.",
    };

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (string)f.GetRawConstantValue()!);

    private static IEnumerable<Refusal> Refusals() =>
        from assembly in new[] { typeof(Refusal).Assembly, typeof(Clock).Assembly }
        from type in assembly.GetTypes()
        where type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract
        select Example(type);

    /// <summary>One with facts of nothing; the codes and sentences are what is read.</summary>
    private static Refusal Example(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).First(c => c.GetParameters() is not [var only] || only.ParameterType != type);
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(p => Nothing(p.ParameterType))]);
    }

    private static object? Nothing(Type type) =>
        type == typeof(string) ? "…"
        : type == typeof(Text) ? new Text("…", "…")
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.IsGenericType && type.IsAssignableFrom(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0])) ? Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()[0]))
        : null;

    private static string Page(IEnumerable<Refusal> refusals) => """
        # Error codes

        Codes never change; messages follow `Accept-Language`. A mutation answers with them in `errors`, each with the path of the input field to blame. Facts in the
        messages (here 0 or …) are those of the case.

        ## For a whole request
        Requests that are malformed or not permitted, and faults, are answered with `errors` in the form of GraphQL, with the code under `extensions.code`; the file endpoints
        have the code beside the message. The status here is that of a request stopped before GraphQL runs it, and of the file endpoints. What GraphQL itself answers has
        200, 503 with `UNAVAILABLE`, or 400 for a document that was refused when `application/graphql-response+json` is accepted.

        | code | status | when |
        | --- | --- | --- |
        TOP-LEVEL
        Malformed documents and values have the codes of the GraphQL library, such as `SYNTAX_ERROR`, `FIELDS_ON_CORRECT_TYPE`, `INVALID_VALUE` with the field's
        `extensions.path`, `COMPLEXITY` for a document too deep or too costly, `HTTP_METHOD_VALIDATION` for a mutation by GET. The library's own messages are in English.

        ## For a rule that was broken
        | code | Swedish | English |
        | --- | --- | --- |

        """.ReplaceLineEndings("\n").Replace("TOP-LEVEL\n", string.Concat(ForWholeRequests.Select(e => $"| `{e.Key}` | {e.Value} |\n")) + "\n", StringComparison.Ordinal) + string.Concat(refusals.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => $"| `{r.Code}` | {r.Message.Sv} | {r.Message.En} |\n"));
}
