using System.Net.Mime;
using System.Text.Json;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using GraphQL;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
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
        routes.MapPost("/graphql", PostAsync).WithMetadata(new Untimed()); // the execution ends itself, and tells what a mutation has done
        routes.MapGet("/graphql", GetAsync).WithMetadata(new Untimed());
        routes.MapGet("/graphql/schema", SchemaAsync);
    }

    /// <summary>The schema as text, sorted, so that a snapshot changes only with the schema.</summary>
    public static string Sdl(ISchema schema) => schema.Print(new PrintOptions { StringComparison = StringComparison.Ordinal }).ReplaceLineEndings("\n");

    private static async Task SchemaAsync(HttpContext http, ISchema schema, Introspection introspection, ActorContext caller)
    {
        if (introspection.IsOpenTo(caller.Actor)) await Results.Text(Sdl(schema)).ExecuteAsync(http);
        else await Answer.WriteAsync(http, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, AccessError.SignIn);
    }

    private static async Task PostAsync(HttpContext http, IGraphQLTextSerializer serializer)
    {
        if (!AcceptableType(http, out var accept)) return;
        if (!IsJson(http.Request))
        {
            await Answer.WriteAsync(http, StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadInput, SendJson);
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
        if (string.IsNullOrWhiteSpace(request?.Query))
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.BadInput, NoQuery);
        else if (request.Query.Length > Limits.DocumentCharacters)
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.LimitExceeded, TooLong);
        else if (RequestSize.Excess(request) is { } beyond)
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.LimitExceeded, beyond);
        else if (Parse(request.Query) is var document && document is not null && DocumentSize.Excess(document) is { } excess)
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.LimitExceeded, excess);
        else if (await ExecuteAsync(http, request, document, isGet) is { } result)
            await WriteAsync(http, result, accept);
        else
            await Answer.WriteAsync(http, StatusCodes.Status400BadRequest, ErrorCodes.LimitExceeded, ResultBudget.Spent);
    }

    private static async Task WriteAsync(HttpContext http, ExecutionResult result, string accept)
    {
        var overGet = result.Errors?.Any(e => e.Code == QueriesOnly.Code) == true;
        if (overGet) http.Response.Headers.Allow = HttpMethods.Post;
        http.Response.StatusCode = overGet ? StatusCodes.Status405MethodNotAllowed
            : result.Errors?.Any(e => e.Code == ErrorCodes.Unavailable) == true ? StatusCodes.Status503ServiceUnavailable // for balancers and clients that try again
            : result.Executed || accept != ResponseJson ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        http.Response.ContentType = accept + "; charset=utf-8";
        await http.RequestServices.GetRequiredService<IGraphQLSerializer>().WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    /// <summary>Null for what is no document: the library then says where it is wrong.</summary>
    private static GraphQLDocument? Parse(string query)
    {
        try
        {
            return Parser.Parse(query);
        }
        catch (Exception fault) when (fault is GraphQLParserException or NotSupportedException)
        {
            return null;
        }
    }

    /// <returns>Null when the answer grew too large or took too long.</returns>
    private static async Task<ExecutionResult?> ExecuteAsync(HttpContext http, GraphQLRequest request, GraphQLDocument? document, bool isGet)
    {
        var budget = http.RequestServices.GetRequiredService<ResultBudget>();
        budget.IsForMutation = document?.Definitions.OfType<GraphQLOperationDefinition>().Any(o => o.Operation == OperationType.Mutation) == true;
        using var work = http.RequestServices.GetRequiredService<WorkTelemetry>().Begin(WorkKind.Request, budget.IsForMutation ? "mutation" : "query");
        var (engine, time) = (http.RequestServices.GetRequiredService<DatabaseEngine>(), http.RequestServices.GetRequiredService<RequestTime>());
        var limit = time.Begin(http.RequestServices.GetRequiredService<TimeLimit>().Time, http.RequestServices.GetRequiredService<TimeProvider>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, budget.Stop, limit);
        try
        {
            var result = await http.RequestServices.GetRequiredService<IDocumentExecuter>().ExecuteAsync(new ExecutionOptions
            {
                Query = request.Query,
                Document = document,
                OperationName = request.OperationName,
                Variables = request.Variables,
                Extensions = request.Extensions,
                RequestServices = http.RequestServices,
                User = http.User,
                CancellationToken = stop.Token,
                ValidationRules = isGet ? [.. DocumentValidator.CoreRules, new QueriesOnly()] : null,
            });
            await http.RequestServices.GetRequiredService<SecretReadings>().WriteAsync(stop.Token);
            work.Outcome = OutcomeOf(result);
            return result;
        }
        catch (Exception fault) when ((budget.IsSpent || time.IsOut) && !http.RequestAborted.IsCancellationRequested && engine.IsBrokenOff(fault, stop.Token))
        {
            work.Outcome = ErrorCodes.LimitExceeded;
            return null;
        }
        catch (Exception fault)
        {
            work.Fail(fault, engine, stop.Token);
            throw;
        }
    }

    /// <summary>A fault of ours in any field is one in the whole: its answer has status 200, so that nothing else wakes anybody.</summary>
    private static string OutcomeOf(ExecutionResult result) =>
        result.Errors is not [var first, ..] ? WorkTelemetry.Done
        : result.Errors.Any(e => e.Code == ErrorCodes.Internal) ? WorkTelemetry.Fault
        : first.Code ?? ErrorCodes.BadInput;

    private static readonly Text NoQuery = new("Anropet är ingen GraphQL-fråga i JSON med en query.", "The request is not a GraphQL request in JSON with a query.");
    private static readonly Text TooLong = new($"Ett dokument har högst {Limits.DocumentCharacters} tecken.", $"A document has at most {Limits.DocumentCharacters} characters.");
    private static readonly Text SendJson = new("Skicka application/json i UTF-8.", "Send application/json in UTF-8.");

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
        && (!type.Charset.HasValue || type.Charset.ToString().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
