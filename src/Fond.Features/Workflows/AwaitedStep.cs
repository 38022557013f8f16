using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Meetings;
using Fond.Features.Applications;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Workflows;

/// <summary>Something that waits for one person: a step of a case, minutes to approve, a statement to give.</summary>
/// <param name="DueOn">The last day; null when there is none.</param>
/// <param name="Subject">What it is about.</param>
internal sealed record AwaitedStep(Text Title, DateOnly? DueOn, Entity Subject);

/// <summary>Knows what of a feature waits for the caller.</summary>
internal interface IAwaits
{
    /// <param name="seats">The bodies that the caller sits in today.</param>
    Task<IEnumerable<AwaitedStep>> OfAsync(Actor actor, long[] seats, CancellationToken ct);
}

/// <summary>Gathers what waits for the caller, what is due first before the rest.</summary>
internal sealed class AwaitedSteps(IEnumerable<IAwaits> sources, FondDb db, Clock clock)
{
    public const int Most = 200;

    public async Task<IReadOnlyList<AwaitedStep>> OfAsync(Actor actor, CancellationToken ct)
    {
        var seats = await db.SeatsOf(actor, clock.Today).Distinct().ToArrayAsync(ct);
        var steps = new List<AwaitedStep>();
        foreach (var source in sources) steps.AddRange(await source.OfAsync(actor, seats, ct));
        return [.. steps.OrderBy(s => s.DueOn ?? DateOnly.MaxValue).ThenBy(s => s.Subject.Id).Take(Most)];
    }
}

internal sealed class AwaitedStepType : ObjectGraphType<AwaitedStep>
{
    public AwaitedStepType()
    {
        Name = "AwaitedStep";
        Description = "Something that waits for the caller.";
        Field<NonNullGraphType<StringGraphType>>("title").Description("What is to be done.").Resolve(c => c.Source.Subject switch
        {
            Consultation asked => c.NotedFields(asked, asked.ApplicationId, c.Say(c.Source.Title), ApplicationFields.Name),
            Measure measure => c.NotedFields(measure, measure.ApplicationId, c.Say(c.Source.Title), ApplicationFields.Name),
            Endorsement endorsement => c.NotedFields(endorsement, endorsement.ApplicationId, c.Say(c.Source.Title), "partners"),
            _ => new Ready<string>(c.Say(c.Source.Title)),
        });
        Field(s => s.DueOn, nullable: true).Description("The last day; null when there is none.");
        Field<NonNullGraphType<BooleanGraphType>>("isOverdue").Description("Whether that day has passed.").Resolve(c => c.Source.DueOn < c.Service<Clock>().Today);
        Field<NonNullGraphType<NodeInterface>>("subject").Description("What it is about.").Resolve(c => c.Source.Subject);
    }
}
