using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform;

/// <summary>What one feature adds to Fond. Found by scanning the assembly; made without arguments, once.</summary>
internal interface IFeature
{
    void AddServices(IServiceCollection services) { }

    void AddQueries(QueryFields queries) { }

    void AddMutations(MutationFields mutations) { }

    /// <summary>Files and pages, which are not GraphQL's.</summary>
    void MapRoutes(IEndpointRouteBuilder routes) { }
}
