using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Governance;

internal sealed record SaveBodyInput : EditInput
{
    /// <summary>The body to change; left out: a new one.</summary>
    [GraphQL.Id]
    public string? BodyId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is; never changes.</summary>
    public required BodyKind Kind { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Municipality { get; init; }

    /// <summary>The body that it prepares for.</summary>
    [GraphQL.Id]
    public string? ParentId { get; init; }

    /// <summary>Other bodies that it prepares for, besides its parent.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> AlsoPreparesForIds { get; init; } = [];

    /// <summary>How many who vote must be present for a decision.</summary>
    public required int Quorum { get; init; }

    /// <summary>The area of the primary schools that a council is for; other kinds have none.</summary>
    public string? CatchmentArea { get; init; }
}

internal sealed class SaveBody(Finder finder, FondDb db, ActorContext context) : IHandler<SaveBodyInput, Body>
{
    public async Task<Body> Handle(SaveBodyInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        long? parent = input.ParentId is { } over ? await PreparedForAsync(over, ["parentId"]) : null;
        var others = new List<long>();
        foreach (var (other, i) in input.AlsoPreparesForIds.Select((other, i) => (other, i))) others.Add(await PreparedForAsync(other, ["alsoPreparesForIds", i.ToString(CultureInfo.InvariantCulture)]));
        var details = new BodyDetails(input.Name, input.Kind, input.Municipality, parent, input.Quorum, input.CatchmentArea) { AlsoPreparesFor = others };
        if (input.BodyId is { } known)
        {
            var body = await finder.FindAsync<Body>(known, input.ExpectedVersion, ct, "bodyId");
            body.Change(details, await PreparersAsync(body, ct));
            return body;
        }
        var fresh = new Body(details);
        db.Add(fresh);
        return fresh;

        async Task<long> PreparedForAsync(string id, string[] path)
        {
            var body = await finder.FindAsync<Body>(id, ct, path);
            Refuse.When(body.Municipality != input.Municipality.Trim(), new BodyOfOtherMunicipality { Path = path });
            return body.Id;
        }
    }

    /// <summary>Those that prepare for it, those that prepare for them and so on.</summary>
    private async Task<HashSet<long>> PreparersAsync(Body body, CancellationToken ct)
    {
        var bodies = await db.Set<Body>().AsNoTracking().IgnoreAutoIncludes().ToListAsync(ct);
        var found = new HashSet<long>();
        for (List<long> next = [body.Id]; next.Count > 0;) next = [.. bodies.Where(b => b.PreparesFor.Any(next.Contains)).Select(b => b.Id).Where(found.Add)];
        return found;
    }
}
