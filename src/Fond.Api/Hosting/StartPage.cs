using System.Text.Json;
using Fond.Api.Scenarios;

namespace Fond.Api.Hosting;

/// <summary>The page at / with its console; in Development also the scenarios that it can play.</summary>
internal static class StartPage
{
    public static void MapStartPage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles();
        if (!app.Environment.IsDevelopment()) return;
        app.MapGet("/walkthrough", () => Scenario.Names());
        app.MapGet("/walkthrough/{name}", (string name) => Scenario.Names().Contains(name)
            ? Results.Json(Scenario.Load(name), JsonSerializerOptions.Web)
            : Results.NotFound());
    }
}
