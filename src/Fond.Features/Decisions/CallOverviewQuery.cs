using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Workflows;
using Fond.Features.Applications;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

/// <summary>Reads the overview with five compiled queries, whatever the number of applications, and one for marks where there are any.</summary>
internal sealed class CallOverviewQuery
{
    public static readonly Role[] Readers = [Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.CaseOfficer, Role.Auditor, Role.Administrator];

    private readonly Func<FondDb, long, Task<CallRow?>> _theCall = EF.CompileAsyncQuery((FondDb db, long call) =>
        (from c in db.Set<Call>()
         join f in db.Set<Fund>() on c.FundId equals f.Id
         where c.Id == call
         select new CallRow(f.Id, c.Title, f.Available)).SingleOrDefault());

    /// <summary>Whoever leads an application, has written in it or has declared a conflict in it is shut out of its row. A compiled query cannot take <see cref="OwnApplication.WorkOfOthersThan"/> as it is.</summary>
    private readonly Func<FondDb, long, long, IAsyncEnumerable<ApplicationRow>> _applications = EF.CompileAsyncQuery((FondDb db, long call, long me) =>
        db.Set<Application>()
            .Where(a => a.CallId == call && a.CaseNumber != null && a.Phase != Phase.Withdrawn && a.Phase != Phase.Dismissed && a.LeadId != me && !a.CoAuthors.Any(c => c.PersonId == me && c.HasWritten)
                && !db.Set<Assessment>().Any(x => x.ApplicationId == a.Id && x.AssessorId == me && x.State == AssessmentState.ConflictDeclared)
                && !db.Set<Recusal>().Any(r => r.ApplicationId == a.Id && r.PersonId == me))
            .OrderBy(a => a.Id).Take(CallOverview.MostRows)
            .Select(a => new ApplicationRow(a.Id, a.CaseNumber!, a.Title, a.Organisation, a.Phase, a.Asked, a.Secrecy != null || a.FieldMarks.Any(m => m.LiftedAt == null),
                db.Set<JointProposal>().Where(p => p.ApplicationId == a.Id).OrderByDescending(p => p.Id).Select(p => (Money?)p.Total).FirstOrDefault(),
                db.Set<Decision>().Where(d => d.ApplicationId == a.Id && d.Kind == DecisionKind.Decision).OrderByDescending(d => d.Id).Select(d => (Money?)d.Total).FirstOrDefault())));

    private readonly Func<FondDb, long, IAsyncEnumerable<ScoreRow>> _scores = EF.CompileAsyncQuery((FondDb db, long call) =>
        from x in db.Set<Assessment>()
        join a in db.Set<Application>() on x.ApplicationId equals a.Id
        where a.CallId == call && x.State == AssessmentState.Submitted
        select new ScoreRow(x.ApplicationId, x.WeightedScore!.Value));

    /// <summary>Where assessors of an application differ on a criterion at all.</summary>
    private readonly Func<FondDb, long, IAsyncEnumerable<DifferenceRow>> _differences = EF.CompileAsyncQuery((FondDb db, long call) =>
        from x in db.Set<Assessment>()
        join a in db.Set<Application>() on x.ApplicationId equals a.Id
        where a.CallId == call && x.State == AssessmentState.Submitted
        from s in x.Scores
        join c in db.Set<Criterion>() on s.CriterionId equals c.Id
        group new { s.Value, c.MaxScore } by new { x.ApplicationId, s.CriterionId } into g
        where g.Max(v => v.Value) != g.Min(v => v.Value)
        select new DifferenceRow(g.Key.ApplicationId, g.Max(v => v.Value) - g.Min(v => v.Value), g.Max(v => v.MaxScore)));

    private readonly Func<FondDb, long, IAsyncEnumerable<GoalRow>> _goals = EF.CompileAsyncQuery((FondDb db, long call) =>
        from a in db.Set<Application>()
        where a.CallId == call
        from s in a.Serves
        join g in db.Set<Goal>() on s.GoalId equals g.Id
        orderby g.Id
        select new GoalRow(a.Id, g.Code));

    public async Task<CallOverview?> RunAsync(IResolveFieldContext context)
    {
        var (db, actor) = (context.Db(), context.Actor());
        if (GlobalId.Read<Call>(context.GetArgument<string>("callId")) is not { } id || await _theCall(db, id) is not { } call) return null;
        actor.Demand(call.FundId, Readers);
        var applications = await ListAsync(_applications(db, id, actor.Id), context.CancellationToken);
        var scores = (await ListAsync(_scores(db, id), context.CancellationToken)).ToLookup(s => s.ApplicationId, s => s.Score);
        var disputed = (await ListAsync(_differences(db, id), context.CancellationToken)).Where(d => CriterionSummary.IsWide(d.Spread, d.Scale)).Select(d => d.ApplicationId).ToHashSet();
        var goals = (await ListAsync(_goals(db, id), context.CancellationToken)).ToLookup(g => g.ApplicationId, g => g.Code);
        await NoteAsync(context, [.. applications.Where(a => a.IsMarked).Select(a => a.Id)]);
        var rows = applications.Select(a => Row(a, [.. scores[a.Id]], disputed.Contains(a.Id), [.. goals[a.Id]]));
        return new(call.Title, call.Available, applications.Sum(a => a.Asked), applications.Sum(a => a.Granted ?? Money.Zero), Ranked([.. rows]));
    }

    /// <summary>What a row tells of the application is noted where it is marked.</summary>
    private static async Task NoteAsync(IResolveFieldContext context, long[] marked)
    {
        string[] told = [.. context.SelectedPaths().Where(Told.ContainsKey).Select(path => Told[path])];
        if (marked.Length == 0 || told.Length == 0) return;
        foreach (var (id, marks) in await context.Db().AllMarksAsync(marked, context.CancellationToken))
            context.Service<SecretReadings>().NoteFields(Shown.Of<Application>(id), marks, told);
    }

    private static readonly Dictionary<string, string> Told = new()
    {
        ["rows.title"] = ApplicationFields.Title,
        ["rows.organisation"] = ApplicationFields.Organisation,
        ["rows.asked"] = "budget",
        ["rows.goals"] = ApplicationFields.Serves,
    };

    private static OverviewRow Row(ApplicationRow a, List<decimal> scores, bool disputed, IReadOnlyList<string> goals) => new(
        GlobalId.Of<Application>(a.Id), a.CaseNumber, a.Title, a.Organisation, a.Phase, a.Asked, a.Proposed, a.Granted, scores.Count,
        scores.Count == 0 ? null : Math.Round(scores.Average(), 2), scores.Count == 0 ? null : scores.Max() - scores.Min(), disputed, null, goals);

    private static List<OverviewRow> Ranked(List<OverviewRow> rows)
    {
        rows.Sort((a, b) => Nullable.Compare(b.MeanScore, a.MeanScore) is not 0 and var order ? order : string.CompareOrdinal(a.CaseNumber, b.CaseNumber));
        for (var i = 0; i < rows.Count && rows[i].MeanScore is { } score; i++)
            rows[i] = rows[i] with { Rank = i > 0 && rows[i - 1].MeanScore == score ? rows[i - 1].Rank : i + 1 };
        return rows;
    }

    private static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> rows, CancellationToken ct)
    {
        var list = new List<T>();
        await foreach (var row in rows.WithCancellation(ct)) list.Add(row);
        return list;
    }

    private sealed record CallRow(long FundId, string Title, Money Available);

    private sealed record ApplicationRow(long Id, string CaseNumber, string Title, string Organisation, Phase Phase, Money Asked, bool IsMarked, Money? Proposed, Money? Granted);

    private sealed record ScoreRow(long ApplicationId, decimal Score);

    private sealed record DifferenceRow(long ApplicationId, int Spread, int Scale);

    private sealed record GoalRow(long ApplicationId, string Code);
}
