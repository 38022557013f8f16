using System.Numerics;
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
