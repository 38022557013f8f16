using Fond.Domain.Common;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Persistence;

namespace Fond.Api.Seeding;

/// <summary>The areas and key figures of a fund.</summary>
/// <param name="KeptBy">Subject of the officer who entered them.</param>
internal sealed record KeyFigureSeed(string Fund, string KeptBy, IReadOnlyList<AreaSeed> Areas, IReadOnlyList<FigureSeed> Figures)
{
    public async Task LoadAsync(FondDb db, AuditTrail trail, DatabaseEngine engine, Clock clock, long fund, long officer)
    {
        var areas = Areas.Select(a => new KeyFigureArea(fund, a.Code, a.Name, a.IsWhole)).ToList();
        var figures = Figures.Select(f => (Seed: f, Figure: f.Followed(fund, clock))).ToList();
        db.AddRange(areas);
        db.AddRange(figures.Select(f => f.Figure));
        await trail.SaveAsync(CancellationToken.None); // loads point at their keys
        foreach (var (seed, figure) in figures)
        {
            var verdict = LoadRules.Judge([.. seed.RowsBefore(clock.Today.Year)], areas.ToDictionary(a => a.Code, a => a.Id), [], clock.Today);
            Refuse.WhenAny(verdict.Faults.Select(f => f.Refusal));
            var load = new KeyFigureLoad(figure.Id, KeyFigureOrigin.Entered, officer, clock.Now, verdict);
            db.Add(load);
            await trail.SaveAsync(CancellationToken.None); // and values at the load's
            await db.InsertAsync(engine, verdict.Fresh.Select(f => new KeyFigureValue(load, f)), CancellationToken.None);
        }
    }
}

internal sealed record AreaSeed(string Code, string Name, bool IsWhole = false);

/// <param name="Paragraph">Of the steering group's decision to follow it.</param>
/// <param name="FirstYear">That of the first value.</param>
/// <param name="Values">By area, year by year.</param>
internal sealed record FigureSeed(string Code, string Unit, KeyFigureTerms Terms, string Paragraph, int FirstYear, IReadOnlyDictionary<string, IReadOnlyList<decimal>> Values)
{
    public KeyFigure Followed(long fund, Clock clock)
    {
        var figure = new KeyFigure(fund, Code, Unit, Terms, clock.Now);
        figure.Decide(new(true, clock.Today, Paragraph), clock.Today);
        return figure;
    }

    /// <summary>What had been counted by then.</summary>
    public IEnumerable<KeyFigureRow> RowsBefore(int year) =>
        Values.SelectMany(area => area.Value.Select((value, i) => new KeyFigureRow { Area = area.Key, Year = FirstYear + i, Value = value })).Where(row => row.Year < year);
}
