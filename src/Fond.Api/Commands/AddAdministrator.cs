using Fond.Api.Hosting;
using Fond.Domain.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Commands;

/// <summary>Makes somebody an administrator from the command line: the first one has nobody to be made by.</summary>
internal static class AddAdministrator
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var subject, var name, var organisation, .. var settings] || args[..3].Any(a => a.StartsWith("--", StringComparison.Ordinal) || string.IsNullOrWhiteSpace(a))) return Usage.Say();
        await using var app = FondHost.Build(settings);
        await DatabaseSetup.MigrateAsync(app.Services);
        var person = await app.Services.GetRequiredService<IServiceScopeFactory>().InTransactionAsync(Actor.System, "add-administrator", async services =>
        {
            var db = services.GetRequiredService<FondDb>();
            var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Subject == subject);
            if (person is null) db.Add(person = new Person(subject, name, organisation, null));
            var today = services.GetRequiredService<Clock>().Today;
            if (!person.Roles.Any(r => r is { Role: Role.Administrator, FundId: null } && r.HoldsOn(today))) person.Grant(Role.Administrator, null, today);
            return person;
        }, CancellationToken.None);
        Console.WriteLine($"{person.Name} ({person.Subject}) is an administrator.");
        return 0;
    }
}
