using Fond.Features.Platform.Persistence;

namespace Fond.Api.Hosting;

/// <summary>What Fond says when it has started.</summary>
internal static class Welcome
{
    public static void Say(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? "http://localhost:5080";
        Console.WriteLine($"Fond is running at {address}");
        Console.WriteLine($"  start page with console  {address}/");
        Console.WriteLine($"  GraphQL                  {address}/graphql   (schema: {address}/graphql/schema)");
        if (app.Environment.IsDevelopment())
            Console.WriteLine($"  demo people              {address}/dev/people (sign in by POST /dev/token)");
        Console.WriteLine($"  database                 {app.Services.GetRequiredService<DatabaseEngine>().Place(app.Configuration.GetConnectionString("Fond")!)}");
        Console.WriteLine("Stop with Ctrl+C. See a whole case: dotnet run --project src/Fond.Api -- walkthrough");
    }
}
