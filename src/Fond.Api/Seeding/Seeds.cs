namespace Fond.Api.Seeding;
internal static class Seeds { public static Task LoadAsync(IServiceProvider s, IConfiguration c) => Task.CompletedTask; }
