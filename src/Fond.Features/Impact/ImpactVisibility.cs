using System.Linq.Expressions;
using Fond.Domain.Impact;
using Fond.Domain.Projects;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Impact;

/// <summary>Plans and batches follow their project; single rows are for the evaluator who answers for them.</summary>
internal sealed class ImpactVisibility(IVisible<Project> projects) : IVisible<MeasurementPlan>, IVisible<MeasurementBatch>, IVisible<Measurement>
{
    public Expression<Func<MeasurementPlan, bool>> To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        return plan => seen.Any(p => p.Id == plan.ProjectId);
    }

    Expression<Func<MeasurementBatch, bool>> IVisible<MeasurementBatch>.To(Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        var plans = db.Set<MeasurementPlan>();
        return batch => plans.Any(plan => plan.Id == batch.PlanId && seen.Any(p => p.Id == plan.ProjectId));
    }

    Expression<Func<Measurement, bool>> IVisible<Measurement>.To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var plans = db.Set<MeasurementPlan>().Where(plan => db.Set<Project>().Any(p => p.Id == plan.ProjectId && p.EvaluatorId == me));
        return m => plans.Any(plan => plan.Id == m.PlanId);
    }
}
