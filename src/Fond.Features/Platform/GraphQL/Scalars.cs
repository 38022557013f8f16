using System.Numerics;
using System.Text.RegularExpressions;
using Fond.Domain.Common;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Fond.Features.Platform.GraphQL;

internal sealed class MoneyType : ScalarGraphType
{
    public MoneyType()
    {
        Name = "Money";
        Description = "An amount in Swedish kronor as whole öre: 12 345 kr is 1234500. Fractions and amounts beyond 2^53 - 1 are refused.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLIntValue whole when long.TryParse(whole.Value, out var ore) => FromOre(ore, value),
        _ => ThrowLiteralConversionError(value, "Money is a whole number of öre."),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        Money money => money,
        int ore => FromOre(ore, value),
        long ore => FromOre(ore, value),
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is Money money ? money.Ore : value is null ? null : ThrowSerializationError(value);

    private object FromOre(long ore, object value) =>
        BigInteger.Abs(ore) <= Money.MaxOre ? new Money(ore) : ThrowValueConversionError(value);
}

/// <summary>An instant must say its offset: without one, it would be read as the server's own time.</summary>
internal sealed partial class InstantType : DateTimeOffsetGraphType
{
    public InstantType()
    {
        Name = "DateTimeOffset";
        Description = "An instant in ISO 8601 with its offset from UTC: 2026-03-10T09:00:00+01:00 or 2026-03-10T08:00:00Z.";
    }

    public override object? ParseLiteral(GraphQLValue value) => value is GraphQLStringValue text && !SaysOffset().IsMatch(text.Value.ToString())
        ? ThrowLiteralConversionError(value, "An instant says its offset: Z or +01:00.")
        : base.ParseLiteral(value);

    public override object? ParseValue(object? value) => value is string text && !SaysOffset().IsMatch(text) ? ThrowValueConversionError(value) : base.ParseValue(value);

    [GeneratedRegex(@"T.*([Zz]|[+-]\d{2}:?\d{2})$")]
    private static partial Regex SaysOffset();
}
