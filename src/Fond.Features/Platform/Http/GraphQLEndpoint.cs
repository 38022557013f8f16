using System.Net.Mime;
using System.Text.Json;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQL.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Fond.Features.Platform.Http;

/// <summary>GraphQL over HTTP (graphql.github.io/graphql-over-http): POST with JSON, GET for queries, no batches, no subscriptions.</summary>
internal static class GraphQLEndpoint
{
    private const string ResponseJson = "application/graphql-response+json";

    public static void MapGraphQL(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/graphql", PostAsync);
        routes.MapGet("/graphql", GetAsync);
        routes.MapGet("/graphql/schema", (ISchema schema) => Results.Text(Sdl(schema)));
    }

    /// <summary>The schema as text, sorted, so that a snapshot changes only with the schema.</summary>
    public static string Sdl(ISchema schema) => schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n");

    private static async Task PostAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        if (!AcceptableType(http, out var accept)) return;
        if (!IsJson(http.Request))
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadInput, "Send application/json in UTF-8.");
            return;
        }
        GraphQLRequest? request;
        try
        {
            request = await serializer.ReadAsync<GraphQLRequest>(http.Request.Body, http.RequestAborted);
        }
        catch (JsonException)
        {
            request = null;
        }
        await AnswerAsync(http, request, accept, isGet: false);
    }

    private static async Task GetAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        if (!AcceptableType(http, out var accept)) return;
        GraphQLRequest? request = null;
        try
        {
            var query = http.Request.Query;
            request = new GraphQLRequest
            {
                Query = query["query"],
                OperationName = query["operationName"],
                Variables = serializer.Deserialize<Inputs>(query["variables"]),
                Extensions = serializer.Deserialize<Inputs>(query["extensions"]),
            };
        }
        catch (JsonException) { }
        await AnswerAsync(http, request, accept, isGet: true);
    }

    private static async Task AnswerAsync(HttpContext http, GraphQLRequest? request, string accept, bool isGet)
    {
        if (string.IsNullOrWhiteSpace(request?.Query) || request.Query.Length > Limits.DocumentCharacters)
        {
            var tooLong = request?.Query?.Length > Limits.DocumentCharacters;
            await RefuseAsync(http, StatusCodes.Status400BadRequest, tooLong ? ErrorCodes.LimitExceeded : ErrorCodes.BadInput,
                tooLong ? $"A document has at most {Limits.DocumentCharacters} characters." : "The request is not a GraphQL request in JSON with a query.");
            return;
        }
        var result = await ExecuteAsync(http, request, isGet);
        var overGet = result.Errors?.Any(e => e.Code == QueriesOnly.Code) == true;
        if (overGet) http.Response.Headers.Allow = HttpMethods.Post;
        http.Response.StatusCode = overGet ? StatusCodes.Status405MethodNotAllowed
            : result.Executed || accept != ResponseJson ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        http.Response.ContentType = accept + "; charset=utf-8";
        await http.RequestServices.GetRequiredService<IGraphQLSerializer>().WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static Task<ExecutionResult> ExecuteAsync(HttpContext http, GraphQLRequest request, bool isGet) =>
        http.RequestServices.GetRequiredService<IDocumentExecuter>().ExecuteAsync(new ExecutionOptions
        {
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = http.RequestServices,
            User = http.User,
            CancellationToken = http.RequestAborted,
            ValidationRules = isGet ? [.. DocumentValidator.CoreRules, new QueriesOnly()] : null,
        });

    private static bool AcceptableType(HttpContext http, out string accept)
    {
        accept = MediaTypeNames.Application.Json;
        var wanted = http.Request.GetTypedHeaders().Accept;
        if (wanted.Count == 0) return true;
        foreach (var type in wanted.OrderByDescending(t => t.Quality ?? 1))
        {
            if (type.MediaType.Equals(ResponseJson, StringComparison.OrdinalIgnoreCase)) accept = ResponseJson;
            else if (!type.MatchesMediaType(MediaTypeNames.Application.Json)) continue;
            return true;
        }
        http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        return false;
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        await http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, extensions = new { code } } } }, http.RequestAborted);
    }
}
