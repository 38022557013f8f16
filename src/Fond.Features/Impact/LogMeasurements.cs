using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Projects;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact;

internal sealed record LogMeasurementsInput : ProjectInput
{
    public const int MostRows = 20_000;

    /// <summary>At most 20 000 at a time.</summary>
    public required IReadOnlyList<MeasurementRow> Rows { get; init; }

    /// <summary>What becomes of the good rows when others are faulty.</summary>
    public LogMode Mode { get; init; } = LogMode.AllOrNothing;

    /// <summary>Only tell what would happen; nothing is kept.</summary>
    public bool DryRun { get; init; }
}

internal enum LogMode
{
    /// <summary>One faulty row refuses them all.</summary>
    AllOrNothing,

    /// <summary>Rows without faults are kept, the others reported.</summary>
    ValidRows,
}

/// <summary>What became of the rows.</summary>
/// <param name="BatchId">The batch that they were logged in; null when none was.</param>
/// <param name="Logged">How many were added, or would be.</param>
/// <param name="Unchanged">How many had been logged before, just so.</param>
/// <param name="Faulty">How many have faults.</param>
/// <param name="Faults">The first 200 faults.</param>
/// <param name="DryRun">Whether nothing was kept.</param>
internal sealed record MeasurementReport([property: GraphQL.Id] string? BatchId, int Logged, int Unchanged, int Faulty, IReadOnlyList<ReportedFault> Faults, bool DryRun);

/// <summary>What is wrong with a row.</summary>
/// <param name="Row">Its place in the request, from 0.</param>
/// <param name="Column">The column to blame.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">For people.</param>
internal sealed record ReportedFault(int Row, string Column, string Code, string Message);

internal sealed class LogMeasurements(ProjectDesk desk, FondDb db, DatabaseEngine engine, ActorContext context, Clock clock, AuditTrail trail) : IHandler<LogMeasurementsInput, MeasurementReport>
{
    private const int MostFaults = 200;

    public async Task<MeasurementReport> Handle(LogMeasurementsInput input, CancellationToken ct)
    {
        var project = await desk.LoggedAsync(input, ct);
        Refuse.When(input.Rows.Count == 0, new MeasurementRowsMissing { Path = ["rows"] });
        Refuse.When(input.Rows.Count > LogMeasurementsInput.MostRows, new MeasurementTooManyRows(LogMeasurementsInput.MostRows) { Path = ["rows"] });
        var plan = await db.Set<MeasurementPlan>().SingleOrDefaultAsync(p => p.ProjectId == project.Id, ct);
        Refuse.When(plan is null, new PlanMissing { Path = ["projectId"] });

        var verdict = BatchRules.Judge(input.Rows, plan!, await LoggedAsync(plan!, input.Rows, ct), clock.Today);
        if (input is { Mode: LogMode.AllOrNothing, DryRun: false }) Refuse.WhenAny(verdict.Faults.Take(MostFaults).Select(InRow));
        var batch = input.DryRun || verdict.Fresh.Count == 0 ? null : await KeepAsync(plan!, verdict.Fresh, ct);
        return new(batch is null ? null : Platform.GraphQL.GlobalId.Of<MeasurementBatch>(batch.Id), verdict.Fresh.Count, verdict.Unchanged, verdict.Faulty,
            [.. verdict.Faults.Take(MostFaults).Select(Reported)], input.DryRun);
    }

    /// <summary>What is already there under the same keys or of the same individuals.</summary>
    private async Task<List<Measurement>> LoggedAsync(MeasurementPlan plan, IReadOnlyList<MeasurementRow> rows, CancellationToken ct)
    {
        if (!plan.IsFrozen) return [];
        var keys = rows.Select(r => r.RowKey).ToArray();
        var subjects = rows.Select(r => r.SubjectKey).OfType<string>().Distinct().ToArray();
        var same = db.Set<Measurement>().AsNoTracking().Where(m => m.PlanId == plan.Id && EF.Parameter(keys).Contains(m.RowKey));
        var kin = db.Set<Measurement>().AsNoTracking().Where(m => m.PlanId == plan.Id && EF.Parameter(subjects).Contains(m.SubjectKey));
        return await same.Union(kin).ToListAsync(ct);
    }

    private async Task<MeasurementBatch> KeepAsync(MeasurementPlan plan, IReadOnlyList<MeasurementRow> rows, CancellationToken ct)
    {
        var batch = new MeasurementBatch(plan.Id, context.Actor.Id, clock.Now, rows);
        plan.Freeze();
        db.Add(batch);
        await trail.SaveAsync(ct); // the rows need its key
        await db.InsertAsync(engine, rows.Select(row => new Measurement(batch.Id, plan, row)), ct);
        return batch;
    }

    private static Refusal InRow(RowFault fault) =>
        fault.Refusal with { Path = ["rows", fault.Row.ToString(CultureInfo.InvariantCulture), fault.Column] };

    private ReportedFault Reported(RowFault fault) => new(fault.Row, fault.Column, fault.Refusal.Code, fault.Refusal.Message.In(context.Language));
}
