using System.Reflection;
using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Antivirus;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Telemetry;
using Fond.Features.Platform.Workflows;
using GraphQL;
using GraphQL.Execution;
using GraphQL.MicrosoftDI;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using GraphQLParser.AST;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Fond.Features.Platform;

/// <summary>Registers everything but the database provider and the host.</summary>
internal static class FondServices
{
    /// <remarks>The settings' sections are registered by the host that read them.</remarks>
    public static void AddFond(this IServiceCollection services)
    {
        services.AddSingleton<Clock>().AddSingleton<Nudge>().AddSingleton<WriterQueue>().AddSingleton<ClamAv>().AddSingleton<EmailSender>();
        services.AddSingleton<ActorLoader>().AddSingleton<Introspection>().AddSingleton<WorkflowCatalog>();
        services.AddScoped<ActorContext>().AddScoped<AccessLinks>().AddScoped<Visibility>().AddScoped<BatchLoader>().AddScoped<ResultBudget>().AddScoped<RequestTime>().AddScoped<Finder>();
        services.AddScoped<MutationRunner>().AddScoped<AuditTrail>().AddScoped<SecretReadings>().AddScoped<AuditVerifier>().AddScoped<Notifier>();
        services.AddScoped<WorkflowRunner>().AddScoped<CaseFactReader>().AddScoped<Alarms>().AddScoped<Sweep>();
        services.AddImplementations(typeof(IVisible<>), ServiceLifetime.Singleton);
        foreach (var contract in (Type[])[typeof(ICaseFactSource), typeof(ICasePeople), typeof(Fond.Features.Workflows.IAwaits), typeof(IWoken), typeof(IChore)])
            services.AddImplementations(contract, ServiceLifetime.Scoped);
        services.AddFeatures();
        services.AddGraphQLServer();
    }

    private static void AddFeatures(this IServiceCollection services)
    {
        foreach (var feature in Implementations.Where(t => t.IsAssignableTo(typeof(IFeature))).Select(t => (IFeature)Activator.CreateInstance(t)!))
        {
            services.AddSingleton(feature);
            feature.AddServices(services);
        }
    }

    public static void MapFeatures(this IEndpointRouteBuilder routes)
    {
        foreach (var feature in routes.ServiceProvider.GetServices<IFeature>()) feature.MapRoutes(routes);
    }

    private static void AddGraphQLServer(this IServiceCollection services)
    {
        services.TryAddSingleton(new TimeLimit(Limits.Time));
        services.TryAddSingleton(new WriterPatience(WriterPatience.Usual));
        services.AddTransient(typeof(InputType<>)).AddTransient(typeof(ValueType<>)).AddTransient(typeof(EnumType<>));
        services.AddTransient(typeof(ConnectionType<>)).AddTransient(typeof(EdgeType<>));
        services.AddSingleton<IGraphTypeMappingProvider, ValueMapping>();
        services.AddGraphQL(builder => builder
            .AddSchema<FondSchema>()
            .AddSystemTextJson()
            .AddGraphTypes(typeof(FondServices).Assembly)
            .AddExecutionStrategy<SerialExecutionStrategy>(OperationType.Query) // one context a request, so one field at a time
            .AddValidationRule(new AccessRule(), useForCachedDocuments: true)
            .AddValidationRule(new PageSize(), useForCachedDocuments: true)
            .AddComplexityAnalyzer(c => (c.MaxDepth, c.MaxComplexity, c.DefaultListImpactMultiplier, c.ValidateComplexityDelegate) = (Limits.Depth, Limits.Complexity, 5, SchemaCost.AllowAsync))
            .AddErrorInfoProvider<BlamedFields>()
            .AddUnhandledExceptionHandler(Report));
    }

    /// <summary>
    /// What a resolver may throw beside its own errors: no right to do that, a database that cannot serve just now, or a fault of
    /// ours, of which the client gets a number to quote and the log the cause.
    /// </summary>
    private static void Report(UnhandledExceptionContext context)
    {
        var (fault, services) = (context.OriginalException, context.Context?.RequestServices);
        if (fault is OperationCanceledException || services is null) return;
        if (context.Context is { CancellationToken: var ct } && services.GetRequiredService<DatabaseEngine>().IsBrokenOff(fault, ct)) ct.ThrowIfCancellationRequested();
        context.Exception = fault switch
        {
            ForbiddenException => AccessError.For(services.GetRequiredService<ActorContext>()),
            _ when services.GetRequiredService<DatabaseEngine>().IsPassing(fault) => Unavailable(fault, services),
            _ => Unforeseen(fault, services),
        };
    }

    private static ExecutionError Unavailable(Exception fault, IServiceProvider services)
    {
        LogOf(services).LogWarning("The database cannot serve just now: {Fault}", DatabaseEngine.Describe(fault));
        return new(DatabaseEngine.TryAgain.In(services.GetRequiredService<ActorContext>().Language)) { Code = ErrorCodes.Unavailable };
    }

    private static ILogger LogOf(IServiceProvider services) => services.GetRequiredService<ILoggerFactory>().CreateLogger("Fond.GraphQL");

    private static readonly Text Unforeseeable = new(
        "Något gick fel i Fond. Ange numret (correlationId) när du anmäler felet.", "Something went wrong in Fond. Quote the correlation id when you report it.");

    private static ExecutionError Unforeseen(Exception fault, IServiceProvider services)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        LogOf(services).LogError(new LoggedFault(fault), "Request failed, correlation id {CorrelationId}", id);
        return new(Unforeseeable.In(services.GetRequiredService<ActorContext>().Language))
        {
            Code = ErrorCodes.Internal,
            Extensions = new Dictionary<string, object?> { ["correlationId"] = id },
        };
    }

    private static IEnumerable<Type> Implementations => Assembly.GetExecutingAssembly().GetTypes().Where(t => t is { IsClass: true, IsAbstract: false });

    public static IServiceCollection AddImplementations(this IServiceCollection services, Type contract, ServiceLifetime lifetime)
    {
        foreach (var type in Implementations)
            foreach (var service in type.GetInterfaces().Where(i => i == contract || (i.IsGenericType && i.GetGenericTypeDefinition() == contract)))
                services.Add(new ServiceDescriptor(service, type, lifetime));
        return services;
    }
}
