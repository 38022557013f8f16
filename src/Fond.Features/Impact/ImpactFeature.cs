using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact;

internal sealed class ImpactFeature : IFeature
{
    public void AddQueries(QueryFields queries) => queries.List("measurements", "Rows as they were logged, newest first; for the project's evaluator.", FieldAccess.For(Role.Evaluator), c =>
    {
        var plan = GlobalId.Read<MeasurementPlan>(c.GetArgument<string>("planId"));
        var rows = c.Visible<Measurement>().Where(m => m.PlanId == plan);
        return c.GetArgument<MeasurementGroup?>("group") is { } group ? rows.Where(m => m.Group == group) : rows;
    }, f => f.With<NonNullGraphType<IdGraphType>>("planId", "Of which plan.").With<EnumType<MeasurementGroup>>("group", "Only those."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<SetMeasurementPlan, SetMeasurementPlanInput, MeasurementPlan>("measurementPlan", "Sets what is measured, when, and against what; possible until the first measurement.", Role.Evaluator);
        mutations.Add<LogMeasurements, LogMeasurementsInput, MeasurementReport>("report", "Logs measurements in bulk; a row that was logged before, just so, changes nothing.", Role.Evaluator);
    }
}
