using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Features.Impact;
using Fond.Features.KeyFigures;
using Fond.Features.Projects;
using Fond.Features.Repayments;

namespace Fond.Features.Platform.Mutations;

/// <summary>What holds for every input of every mutation: no text too long, no control characters, no negative amount; and of projects and the follow-up of their effects, no personal identity number. Every fault is named at once.</summary>
internal static class InputGuard
{
    /// <summary>Characters; about eight pages.</summary>
    public const int LongestText = 20_000;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>Where people are measured and told of: whatever is added there is guarded too.</summary>
    private static readonly string[] OfPeople = [typeof(ImpactFeature).Namespace!, typeof(KeyFigureFeature).Namespace!, typeof(ProjectFeature).Namespace!, typeof(RepaymentFeature).Namespace!];

    public static IEnumerable<Refusal> Faults(object input) => Walk(input, [], IsOfPeople(input) ? InTextOfPeople : InText);

    private static bool IsOfPeople(object input) => input is not IJudgedByRow
        && Array.Exists(OfPeople, space => input.GetType().Namespace is { } own && (own == space || own.StartsWith(space + ".", StringComparison.Ordinal)));

    private static IEnumerable<Refusal> Walk(object? value, IReadOnlyList<string> path, InputText inText) => value switch
    {
        null or Enum or byte[] => [],
        string text => inText(text, path),
        Money { Ore: < 0 } => [new AmountNegative { Path = path }],
        DateOnly day => day.Year is < DateImplausible.First or > DateImplausible.Last ? [new DateImplausible { Path = path }] : [],
        DateTimeOffset instant => instant.Year is < DateImplausible.First or > DateImplausible.Last ? [new DateImplausible { Path = path }] : [],
        IEnumerable items => items.Cast<object?>().SelectMany((item, i) => Walk(item, [.. path, i.ToString(CultureInfo.InvariantCulture)], inText)),
        _ when value.GetType().Namespace!.StartsWith("Fond", StringComparison.Ordinal) && value is not Money => InObject(value, path, inText),
        _ => [],
    };

    private static IEnumerable<Refusal> InObject(object value, IReadOnlyList<string> path, InputText inText) => Properties
        .GetOrAdd(value.GetType(), type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(MayBeAtFault).ToArray())
        .SelectMany(p => Walk(p.GetValue(value), [.. path, char.ToLowerInvariant(p.Name[0]) + p.Name[1..]], inText));

    /// <summary>Numbers and choices are what their types let them be.</summary>
    private static bool MayBeAtFault(PropertyInfo property)
    {
        if (property.GetIndexParameters().Length > 0) return false;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return !type.IsValueType || type == typeof(Money) || type == typeof(DateOnly) || type == typeof(DateTimeOffset);
    }

    private static IEnumerable<Refusal> InText(string text, IReadOnlyList<string> path)
    {
        if (text.Length > LongestText) yield return new TextTooLong(LongestText) { Path = path };
        else if (text.Any(IsNotPlain) || !IsWellFormed(text)) yield return new TextNotPlain { Path = path };
    }

    /// <summary>Numbers are looked for in what is a text at all. The idempotency key is drawn, and says nothing of anybody.</summary>
    private static List<Refusal> InTextOfPeople(string text, IReadOnlyList<string> path)
    {
        List<Refusal> faults = [.. InText(text, path)];
        return faults.Count == 0 && path is not ["idempotencyKey"] && PersonalNumber.IsIn(text) ? [new TextPersonalNumber { Path = path }] : faults;
    }

    /// <summary>Control characters, and what turns the direction of writing or cannot be seen, which makes a text look like another. The joiner of emoji and the soft hyphen are let be; two code points that XML cannot hold are not.</summary>
    private static bool IsNotPlain(char c) => c is not ('\n' or '\r' or '\t' or '\u200d' or '\u00ad')
        && (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '\uFFFE' or '\uFFFF');

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }
        return true;
    }
}

/// <summary>What is wrong with one text of an input.</summary>
internal delegate IEnumerable<Refusal> InputText(string text, IReadOnlyList<string> path);

/// <summary>An input whose rows are judged each by itself, personal identity numbers included, so that the others can be kept.</summary>
internal interface IJudgedByRow;

public sealed record TextPersonalNumber() : Refusal("TEXT_PERSONAL_NUMBER", new(
    "Texten innehåller ett personnummer eller samordningsnummer. Ta bort det.", "The text contains a personal identity number or a coordination number. Take it out."));

public sealed record TextTooLong(int Longest) : Refusal("TEXT_TOO_LONG", new(
    $"Texten är längre än {Longest} tecken.", $"The text is longer than {Longest} characters."));

public sealed record TextNotPlain() : Refusal("TEXT_CONTROL_CHARACTERS", new(
    "Texten innehåller styrtecken eller osynliga tecken.", "The text contains control characters or characters that cannot be seen."));

public sealed record DateImplausible() : Refusal("DATE_IMPLAUSIBLE", new(
    $"Datumet ska ligga mellan år {First} och {Last}.", $"The date must be between the years {First} and {Last}."))
{
    public const int First = 1900;
    public const int Last = 2200;
}

public sealed record AmountNegative() : Refusal("AMOUNT_NEGATIVE", new(
    "Beloppet får inte vara negativt.", "The amount may not be negative."));
