using Fond.Api.Hosting;
using Fond.Api.Scenarios;
using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Programmes;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Api.Seeding;

/// <summary>Fills what is empty: programmes as reference data (<c>Seed:Reference</c>); people, bodies, funds and cases as demo data (<c>Seed:Demo</c>). What is there is left as it is.</summary>
internal static class Seeds
{
    /// <summary>The cases that the demo data holds; the walkthrough is left for the reader to play.</summary>
    private static readonly string[] DemoCases = ["haninge", "lund"];

    private static readonly DateOnly Since = new(2017, 1, 1);

    public static async Task LoadAsync(IServiceProvider services, SeedSettings settings)
    {
        if (settings.Reference) await InTransactionAsync(services, ProgrammesAsync);
        if (!settings.Demo) return;
        var engine = services.GetRequiredService<DatabaseEngine>();
        if (!await InTransactionAsync(services, (db, trail, clock) => DemoAsync(db, trail, clock, engine))) return;
        var player = new InProcessScenario(services);
        foreach (var name in DemoCases)
            await new ScenarioPlayer(player.SendAsync, services.GetRequiredService<Clock>().Today).PlayAsync(Scenario.Load(name).ForDemo(), null, CancellationToken.None);
    }

    private static Task<bool> InTransactionAsync(IServiceProvider services, Func<FondDb, AuditTrail, Clock, Task<bool>> fill) => services.GetRequiredService<IServiceScopeFactory>().InTransactionAsync(
        Actor.System, "seed", scope => fill(scope.GetRequiredService<FondDb>(), scope.GetRequiredService<AuditTrail>(), scope.GetRequiredService<Clock>()), CancellationToken.None);

    private static async Task<bool> ProgrammesAsync(FondDb db, AuditTrail trail, Clock clock)
    {
        var known = await db.Set<Programme>().Select(p => p.Code).ToListAsync();
        db.AddRange(SeedFiles.Programmes().Where(p => !known.Contains(p.Code)).Select(p => new Programme(p.Code, p.Municipality, p.Kind, p.Text())));
        return true;
    }

    private static async Task<bool> DemoAsync(FondDb db, AuditTrail trail, Clock clock, DatabaseEngine engine)
    {
        if (await db.Set<Person>().AnyAsync()) return false;
        var people = SeedFiles.People().ToDictionary(p => p.Subject, p => (Seed: p, Person: new Person(p.Subject, p.Name, p.Organisation, p.Email)));
        db.AddRange(people.Values.Select(p => p.Person));
        await trail.SaveAsync(CancellationToken.None); // bodies and roles point at their keys
        var bodies = await BodiesAsync(db, trail, people.ToDictionary(p => p.Key, p => p.Value.Person.Id));
        var funds = await FundsAsync(db, trail, clock, bodies);
        await IndicatorsAsync(db, clock, funds, people.ToDictionary(p => p.Key, p => p.Value.Person.Id));
        foreach (var seed in SeedFiles.KeyFigures()) await seed.LoadAsync(db, trail, engine, clock, funds[seed.Fund], people[seed.KeptBy].Person.Id);
        foreach (var (seed, person) in people.Values)
            foreach (var role in seed.Roles)
                person.Grant(role.Role, role.Fund is { } fund ? funds[fund] : null, Since);
        return true;
    }

    private static async Task IndicatorsAsync(FondDb db, Clock clock, Dictionary<string, long> funds, Dictionary<string, long> people)
    {
        foreach (var seed in SeedFiles.Indicators())
        {
            var fund = await db.Set<Fund>().SingleAsync(f => f.Id == funds[seed.Fund]);
            var body = await db.Set<Body>().SingleAsync(b => b.Id == fund.DecidingBodyId);
            var indicator = new CatalogueIndicator(fund.Id, seed.Code, [], seed.Indicator, people[seed.ProposedBy], clock.Now);
            indicator.Decide(new(true, clock.Today, seed.Paragraph, null), body, null, people[seed.DecidedBy], clock.Today);
            db.Add(indicator);
        }
    }

    private static async Task<Dictionary<string, long>> BodiesAsync(FondDb db, AuditTrail trail, Dictionary<string, long> people)
    {
        var bodies = new Dictionary<string, long>();
        foreach (var seed in SeedFiles.Bodies().OrderBy(b => b.Parent is not null).ThenBy(b => b.AlsoPreparesFor?.Count ?? 0))
        {
            var body = new Body(new BodyDetails(seed.Name, seed.Kind, seed.Municipality, seed.Parent is { } parent ? bodies[parent] : null, seed.Quorum, seed.CatchmentArea) { AlsoPreparesFor = [.. (seed.AlsoPreparesFor ?? []).Select(name => bodies[name])] });
            foreach (var seat in seed.Members)
                body.AddMember(new SeatDetails(seat.Person is { } person ? people[person] : null, seat.Function, seat.Role, seat.From, null, seat.Represents, seat.Votes));
            foreach (var line in seed.Delegations ?? []) body.Delegate(line);
            db.Add(body);
            await trail.SaveAsync(CancellationToken.None);
            bodies[seed.Name] = body.Id;
        }
        return bodies;
    }

    private static async Task<Dictionary<string, long>> FundsAsync(FondDb db, AuditTrail trail, Clock clock, Dictionary<string, long> bodies)
    {
        var funds = new Dictionary<string, long>();
        foreach (var seed in SeedFiles.Funds())
        {
            var fund = new Fund(new FundTerms(seed.Name, seed.Municipality, seed.Series, seed.NumberPattern,
                seed.DecidingBody is { } deciding ? bodies[deciding] : null, seed.BoardBody is { } board ? bodies[board] : null, seed.DisclosureThreshold));
            fund.AddRules(seed.Rules);
            db.Add(fund);
            await trail.SaveAsync(CancellationToken.None);
            db.Add(fund.Allocate(seed.Allocation.Amount, clock.Today.Year, seed.Allocation.Note, clock.Now));
            db.Add(new Call(fund.Id, seed.Call.Title, clock.Now.AddDays(-seed.Call.OpensDaysAgo), clock.Now.AddDays(seed.Call.ClosesInDays), seed.Call.Criteria, seed.Call.Workflow, seed.Call.DemandsEndorsements, seed.Call.DemandsIntentions));
            funds[seed.Name] = fund.Id;
        }
        return funds;
    }
}
