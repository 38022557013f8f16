using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fond.Features.Reports;

internal sealed class ReportFeature : IFeature
{
    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(new ReportLimit(Limits.ReportProjects));
        services.AddScoped<ProjectReader>().AddScoped<PortfolioReader>().AddScoped<PortfolioProjects>().AddScoped<ProgrammeReader>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapReports();
}
