using System.Security.Claims;
using System.Text.Json.Nodes;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;

namespace Fond.Api.Scenarios;

/// <summary>Plays without a server, for demo data: the same documents, rules and trail, signed in by name.</summary>
internal sealed class InProcessScenario(IServiceProvider services)
{
    public async Task<JsonNode> SendAsync(string? person, string query, JsonObject variables, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ActorContext>();
        context.Language = Language.English;
        if (person is not null) context.Actor = await ActorAsync(scope.ServiceProvider, person, ct);
        var serializer = scope.ServiceProvider.GetRequiredService<IGraphQLTextSerializer>();
        var result = await scope.ServiceProvider.GetRequiredService<IDocumentExecuter<ISchema>>().ExecuteAsync(new ExecutionOptions
        {
            Query = query,
            Variables = serializer.Deserialize<Inputs>(variables.ToJsonString()),
            RequestServices = scope.ServiceProvider,
            CancellationToken = ct,
        });
        return JsonNode.Parse(serializer.Serialize(result))!;
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, string person, CancellationToken ct)
    {
        var identity = new ClaimsIdentity([new Claim("sub", person)], "demo");
        return await services.GetRequiredService<ActorLoader>().LoadAsync(services.GetRequiredService<FondDb>(), new ClaimsPrincipal(identity), services.GetRequiredService<Clock>().Today, ct) is { IsSignedIn: true } actor
            ? actor
            : throw new ScenarioFault($"There is no demo person {person}.");
    }
}
