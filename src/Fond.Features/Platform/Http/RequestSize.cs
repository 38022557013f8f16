using System.Collections;
using Fond.Domain.Common;
using Fond.Features.Platform.GraphQL;
using GraphQL.Transport;
using GraphQLParser;
using GraphQLParser.Exceptions;

namespace Fond.Features.Platform.Http;

/// <summary>Measures what a request brings before any of it is parsed into a document, in one pass.</summary>
internal static class RequestSize
{
    /// <returns>What is too much; null when nothing is.</returns>
    public static Text? Excess(GraphQLRequest request) =>
        Tokens(request.Query!).Take(Limits.Tokens + 1).Count() > Limits.Tokens ? new($"Ett dokument har högst {Limits.Tokens} ord och tecken.", $"A document has at most {Limits.Tokens} tokens.")
        : Spend(request.Variables, Limits.VariableValues) < 0 ? new($"Variablerna har högst {Limits.VariableValues} värden.", $"The variables have at most {Limits.VariableValues} values.")
        : null;

    /// <summary>Ends where the text is no document; the parser says why.</summary>
    private static IEnumerable<TokenKind> Tokens(string query)
    {
        for (var at = 0; Next(query, at) is { Kind: not TokenKind.EOF } token; at = token.End) yield return token.Kind;
    }

    private static Token? Next(string query, int at)
    {
        try
        {
            return Lexer.Lex(query.AsMemory(), at);
        }
        catch (GraphQLSyntaxErrorException)
        {
            return null;
        }
    }

    /// <returns>How many values are left to spend; below zero when there are too many.</returns>
    private static int Spend(object? value, int left) => left < 0 ? left : value switch
    {
        string => left - 1,
        IDictionary<string, object?> fields => fields.Values.Aggregate(left - 1, (rest, field) => Spend(field, rest)),
        IEnumerable items => items.Cast<object?>().Aggregate(left - 1, (rest, item) => Spend(item, rest)),
        _ => left - 1,
    };
}
