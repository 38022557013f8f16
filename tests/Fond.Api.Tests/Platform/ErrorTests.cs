using System.Reflection;
using Fond.Api.Tests.Support;
using Fond.Domain.Common;
using Fond.Features.Platform;

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
        var page = Page(refusals);
        var file = Path.Combine(Repository.Root, "docs", "errors.md");
        if (Environment.GetEnvironmentVariable("FOND_UPDATE_SNAPSHOTS") == "1") File.WriteAllText(file, page);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), page);
    }

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
        messages (here 0 or …) are those of the case. Top-level errors, for requests that are malformed or not permitted, carry `UNAUTHENTICATED`, `FORBIDDEN`,
        `BAD_INPUT`, `LIMIT_EXCEEDED`, `COMPLEXITY`, `UNAVAILABLE`, `INTERNAL` (with a correlation id) or a code of the GraphQL library under `extensions.code`, such as
        `INVALID_VALUE` with the field's `extensions.path`, `SYNTAX_ERROR`, `FIELDS_ON_CORRECT_TYPE`. The library's own messages are in English.

        | code | Swedish | English |
        | --- | --- | --- |

        """.ReplaceLineEndings("\n") + string.Concat(refusals.OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => $"| `{r.Code}` | {r.Message.Sv} | {r.Message.En} |\n"));
}
