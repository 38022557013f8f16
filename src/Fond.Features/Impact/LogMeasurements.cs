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

internal sealed record LogMeasurementsInput : ProjectInput, IJudgedByRow
{
    public const int MostRows = 20_000;

    /// <summary>At most 20 000 at a time.</summary>
    public required IReadOnlyList<MeasurementRow> Rows { get; init; }

    /// <summary>What becomes of the good rows when others are faulty.</summary>
    public LogMode Mode { get; init; } = LogMode.AllOrNothing;

    /// <summary>Only tell what would happen; nothing is kept.</summary>
    public bool DryRun { get; init; }
}

/// <summary>What became of the rows.</summary>
/// <param name="BatchId">The batch that they were logged in; null when none was.</param>
/// <param name="Logged">How many were added, or would be.</param>
/// <param name="Corrected">How many had been logged with other values, which are kept beside, or would be.</param>
/// <param name="Unchanged">How many had been logged before, just so.</param>
/// <param name="Faulty">How many have faults.</param>
/// <param name="Faults">The first 200 faults.</param>
/// <param name="Warned">How many warnings there are; they stop nothing.</param>
/// <param name="Warnings">The first 200 of what does not stop a row, but should be looked at.</param>
/// <param name="DryRun">Whether nothing was kept.</param>
internal sealed record MeasurementReport([property: GraphQL.Id] string? BatchId, int Logged, int Corrected, int Unchanged, int Faulty, IReadOnlyList<ReportedFault> Faults, int Warned, IReadOnlyList<ReportedFault> Warnings, bool DryRun);

/// <summary>What is wrong with a row, or should be looked at.</summary>
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

        var verdict = BatchRules.Judge(input.Rows, plan!, await db.LoggedBeforeAsync(plan!, input.Rows, ct), clock.Today, project.Start, cells: await db.LoggedCellsAsync(plan!, input.Rows, ct));
        if (input is { Mode: LogMode.AllOrNothing, DryRun: false }) Refuse.WhenAny(verdict.Faults.Take(MostFaults).Select(InRow));
        var batch = input.DryRun ? null : await KeepAsync(plan!, verdict, ct);
        return new(batch is { } id ? Platform.GraphQL.GlobalId.Of<MeasurementBatch>(id) : null, verdict.Fresh.Count, verdict.Corrected.Count, verdict.Unchanged, verdict.Faulty,
            Reported(verdict.Faults), verdict.Warnings.Count, Reported(verdict.Warnings), input.DryRun);
    }

    private async Task<long?> KeepAsync(MeasurementPlan plan, BatchVerdict verdict, CancellationToken ct)
    {
        using var rows = RowChecksum.Salted();
        var batch = new BatchWriter(db, engine, trail, context, clock, plan);
        await batch.OpenAsync(rows.Add(verdict.Kept), ct);
        await batch.AddAsync(verdict, ct);
        return await batch.CloseAsync(ct);
    }

    private static Refusal InRow(RowFault fault) =>
        fault.Refusal with { Path = ["rows", fault.Row.ToString(CultureInfo.InvariantCulture), fault.Column] };

    private IReadOnlyList<ReportedFault> Reported(IEnumerable<RowFault> faults) =>
        [.. faults.Take(MostFaults).Select(f => new ReportedFault(f.Row, f.Column, f.Refusal.Code, f.Refusal.Message.In(context.Language)))];
}
