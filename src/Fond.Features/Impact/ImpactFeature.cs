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
        if (c.GetArgument<MeasurementGroup?>("group") is { } group) rows = rows.Where(m => m.Group == group);
        if (c.GetArgument<string?>("indicator") is { } indicator) rows = rows.Where(m => c.Db().Set<PlanIndicator>().Any(i => i.Id == m.IndicatorId && i.Code == indicator));
        if (c.GetArgument<string?>("wave") is { } wave) rows = rows.Where(m => c.Db().Set<PlanWave>().Any(w => w.Id == m.WaveId && w.Code == wave));
        return rows;
    }, f => f.With<NonNullGraphType<IdGraphType>>("planId", "Of which plan.").With<EnumType<MeasurementGroup>>("group", "Only this group.").With<StringGraphType>("indicator", "Only of the indicator with this code.").With<StringGraphType>("wave", "Only of the wave with this code."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<SetMeasurementPlan, SetMeasurementPlanInput, MeasurementPlan>("measurementPlan", "Sets what is measured, when, and against what; possible until the first measurement.", Role.Evaluator);
        mutations.Add<LogMeasurements, LogMeasurementsInput, MeasurementReport>("report", "Logs measurements in bulk; a row that was logged before, just so, changes nothing.", Role.Evaluator);
        mutations.Add<AdmitClient, AdmitClientInput, LoggingClient>("loggingClient", "Lets a system of the evaluator's log measurements of the project, with a sign-in of its own.", Role.Evaluator);
        mutations.Add<RevokeClient, RevokeClientInput, LoggingClient>("loggingClient", "Shuts a system out of the project, at once.", Role.Evaluator, Role.CaseOfficer, Role.Administrator);
    }
}
