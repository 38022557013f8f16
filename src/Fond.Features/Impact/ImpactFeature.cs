using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Features.Impact.Imports;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal sealed class ImpactFeature : IFeature
{
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapMeasurementImports();

    public void AddQueries(QueryFields queries)
    {
        queries.Field<MeasurementImportType, MeasurementImport>("measurementImport", "A file of measurements that was sent in, with how far it has come; for those who log the project's measurements.", FieldAccess.For(Role.Evaluator, Role.Auditor, Role.Administrator), async c =>
        {
            var id = GlobalId.Read<MeasurementImport>(c.GetArgument<string>("importId"));
            return await c.Visible<MeasurementImport>().SingleOrDefaultAsync(i => i.Id == id, c.CancellationToken);
        }, f => f.With<NonNullGraphType<IdGraphType>>("importId", "Which import."));
        AddMeasurements(queries);
    }

    private static void AddMeasurements(QueryFields queries) => queries.List("measurements", "Rows as they were logged, newest first; for the project's evaluator.", FieldAccess.For(Role.Evaluator), c =>
    {
        var plan = GlobalId.Read<MeasurementPlan>(c.GetArgument<string>("planId"));
        var rows = c.Visible<Measurement>().Where(m => m.PlanId == plan);
        if (c.GetArgument<string?>("rowKey") is { } key) rows = rows.Where(m => m.RowKey == key);
        if (c.GetArgument<bool?>("corrected") is not true) rows = rows.Where(m => !c.Db().Set<MeasurementCorrection>().Any(r => r.MeasurementId == m.Id));
        if (c.GetArgument<MeasurementGroup?>("group") is { } group) rows = rows.Where(m => m.Group == group);
        if (c.GetArgument<string?>("indicator") is { } indicator) rows = rows.Where(m => c.Db().Set<PlanIndicator>().Any(i => i.Id == m.IndicatorId && i.Code == indicator));
        if (c.GetArgument<string?>("wave") is { } wave) rows = rows.Where(m => c.Db().Set<PlanWave>().Any(w => w.Id == m.WaveId && w.Code == wave));
        return rows;
    }, f => f.With<NonNullGraphType<IdGraphType>>("planId", "Of which plan.").With<StringGraphType>("rowKey", "Only under this key.").With<BooleanGraphType>("corrected", "True: also what no longer stands, since it was corrected.").With<EnumType<MeasurementGroup>>("group", "Only this group.").With<StringGraphType>("indicator", "Only of the indicator with this code.").With<StringGraphType>("wave", "Only of the wave with this code."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<SetMeasurementPlan, SetMeasurementPlanInput, MeasurementPlan>("measurementPlan", "Sets what is measured, when, and against what. From the first measurement on, a change is another version with its reason, and nothing that was asked is dropped.", Role.Evaluator);
        mutations.Add<LogMeasurements, LogMeasurementsInput, MeasurementReport>("report", "Logs measurements in bulk; a row that was logged before, just so, changes nothing; one with other values is corrected, and what it said is kept.", Role.Evaluator);
        mutations.Add<CancelMeasurementImport, CancelMeasurementImportInput, MeasurementImport>("measurementImport", "Calls off a file of measurements that waits or is being worked through; nothing of it is then logged.", Role.Evaluator);
        mutations.Add<AdmitClient, AdmitClientInput, LoggingClient>("loggingClient", "Lets a system of the evaluator's log measurements of the project, with a sign-in of its own.", Role.Evaluator);
        mutations.Add<RevokeClient, RevokeClientInput, LoggingClient>("loggingClient", "Shuts a system out of the project, at once.", Role.Evaluator, Role.CaseOfficer, Role.Administrator);
    }
}
