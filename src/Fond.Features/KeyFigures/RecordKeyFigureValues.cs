using System.Globalization;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform.Mutations;

namespace Fond.Features.KeyFigures;

internal sealed record RecordKeyFigureValuesInput : MutationInput
{
    public const int MostRows = 2_000;

    /// <summary>Of which key figure.</summary>
    [GraphQL.Id]
    public required string KeyFigureId { get; init; }

    /// <summary>At most 2 000 at a time.</summary>
    public required IReadOnlyList<KeyFigureRow> Rows { get; init; }
}

internal sealed class RecordKeyFigureValues(KeyFigureDesk desk) : IHandler<RecordKeyFigureValuesInput, KeyFigureReport>
{
    private const int MostFaults = 200;

    public async Task<KeyFigureReport> Handle(RecordKeyFigureValuesInput input, CancellationToken ct)
    {
        var figure = await desk.FindAsync(input.KeyFigureId, null, ct);
        Refuse.When(input.Rows.Count == 0, new KeyFigureRowsMissing { Path = ["rows"] });
        Refuse.When(input.Rows.Count > RecordKeyFigureValuesInput.MostRows, new KeyFigureTooManyRows(RecordKeyFigureValuesInput.MostRows) { Path = ["rows"] });
        var verdict = await desk.JudgeAsync(figure, input.Rows, ct);
        Refuse.WhenAny(verdict.Faults.Take(MostFaults).Select(InRow));
        return await desk.KeepAsync(figure, verdict, KeyFigureOrigin.Entered, ct);
    }

    private static Refusal InRow(RowFault fault) => fault.Refusal with { Path = ["rows", fault.Row.ToString(CultureInfo.InvariantCulture), fault.Column] };
}
