using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.GraphQL;

internal sealed record Connection<T>(IReadOnlyList<Edge<T>> Edges, PageInfo PageInfo);

internal sealed record Edge<T>(string Cursor, T Node);

internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);

internal sealed class PageInfoType : ObjectGraphType<PageInfo>
{
    public PageInfoType()
    {
        Name = "PageInfo";
        Description = "Where a page stands in its list.";
        Field(x => x.HasNextPage).Description("Whether more follows; ask with after: endCursor.");
        Field(x => x.HasPreviousPage).Description("Whether the page was asked for with a cursor, so that something came before.");
        Field(x => x.StartCursor, nullable: true).Description("The first item's cursor.");
        Field(x => x.EndCursor, nullable: true).Description("The last item's cursor.");
    }
}

internal sealed class EdgeType<T> : ObjectGraphType<Edge<T>>
{
    public EdgeType()
    {
        Name = typeof(T).Name + "Edge";
        Description = "One item of a list and its place.";
        Field(x => x.Cursor).Description("The place, for after.");
        Field<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>("node").Description("The item.").Resolve(c => c.Source.Node);
    }
}

internal sealed class ConnectionType<T> : ObjectGraphType<Connection<T>>
{
    public ConnectionType()
    {
        Name = typeof(T).Name + "Connection";
        Description = "A page of a list (Relay cursor connection).";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EdgeType<T>>>>>("edges").Description("The items with their cursors.").Resolve(c => c.Source.Edges);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>>>("nodes").Description("The items alone.")
            .Resolve(c => c.Source.Edges.Select(e => e.Node));
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where the page stands in its list.").Resolve(c => c.Source.PageInfo);
    }
}

internal static class Connections
{
    public const int DefaultPage = 20;
    public const int LargestPage = 100;

    /// <summary>A page by keyset on the id, newest first unless <paramref name="ascending"/>.</summary>
    public static async Task<Connection<T>> PageAsync<T>(this IQueryable<T> query, IResolveFieldContext context, bool ascending = false) where T : Entity
    {
        var first = context.GetArgument<int?>(PageSize.Argument) ?? DefaultPage;
        var after = context.GetArgument<string?>("after");
        if (after is not null)
        {
            var from = GlobalId.Read<T>(after) ?? throw context.Fault("after", NoCursor);
            query = ascending ? query.Where(e => e.Id > from) : query.Where(e => e.Id < from);
        }
        var ordered = ascending ? query.OrderBy(e => e.Id) : query.OrderByDescending(e => e.Id);
        var asked = await ordered.Take(first + 1).LookAheadAsync(context.CancellationToken);
        var rows = await asked.ToListAsync(context.CancellationToken);
        context.Service<ResultBudget>().Take(rows);
        var edges = rows.Take(first).Select(e => new Edge<T>(GlobalId.Of<T>(e.Id), e)).ToList();
        return new(edges, new PageInfo(rows.Count > first, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor));
    }

    private static readonly Text NoCursor = new("after är ingen markör i den här listan.", "after is not a cursor of this list.");

    /// <summary>What is said of an argument that means nothing.</summary>
    public static ExecutionError Fault(this IResolveFieldContext context, string argument, Text message) =>
        new(context.Say(message)) { Code = ErrorCodes.BadInput, Extensions = new Dictionary<string, object?> { ["argument"] = argument }, Path = context.ResponsePath };
}
