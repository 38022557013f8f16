using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;

namespace Fond.Features.Impact;

/// <summary>
/// Plans follow their project; single rows are for the evaluator who answers for them. So are batches, for those who log them, since the number of rows would tell
/// the size of a group that is hidden: whoever examines what was done has the trail, which leaves it out.
/// </summary>
internal sealed class ImpactVisibility(IVisible<Project> projects) : IVisible<MeasurementPlan>, IVisible<PlanVersion>, IVisible<MeasurementBatch>, IVisible<Measurement>, IVisible<MeasurementCorrection>, IVisible<LoggingClient>
{
    public Expression<Func<MeasurementPlan, bool>> To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        return plan => seen.Any(p => p.Id == plan.ProjectId);
    }

    Expression<Func<PlanVersion, bool>> IVisible<PlanVersion>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        var plans = db.Set<MeasurementPlan>();
        return version => plans.Any(plan => plan.Id == version.PlanId && seen.Any(p => p.Id == plan.ProjectId));
    }

    Expression<Func<MeasurementBatch, bool>> IVisible<MeasurementBatch>.To(Actor actor, FondDb db)
    {
        var evaluated = db.ProjectsLoggedBy(actor);
        var plans = db.Set<MeasurementPlan>();
        return batch => plans.Any(plan => plan.Id == batch.PlanId && evaluated.Any(p => p.Id == plan.ProjectId));
    }

    Expression<Func<Measurement, bool>> IVisible<Measurement>.To(Actor actor, FondDb db)
    {
        var plans = Evaluated(actor, db);
        return m => plans.Contains(m.PlanId);
    }

    Expression<Func<MeasurementCorrection, bool>> IVisible<MeasurementCorrection>.To(Actor actor, FondDb db)
    {
        var plans = Evaluated(actor, db);
        return c => plans.Contains(c.PlanId);
    }

    private static IQueryable<long> Evaluated(Actor actor, FondDb db)
    {
        var shut = db.ShutOutOf(actor.Id);
        var evaluated = db.ProjectsEvaluatedBy(actor).Where(p => !shut.Contains(p.ApplicationId)).Select(p => p.Id);
        return db.Set<MeasurementPlan>().Where(plan => evaluated.Contains(plan.ProjectId)).Select(plan => plan.Id).Ahead();
    }

    /// <summary>Whoever sees the project may know what logs for it.</summary>
    Expression<Func<LoggingClient, bool>> IVisible<LoggingClient>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        return client => seen.Any(p => p.Id == client.ProjectId);
    }
}
