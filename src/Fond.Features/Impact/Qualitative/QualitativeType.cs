using Fond.Domain.Impact.Qualitative;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Qualitative;

/// <summary>What is told of a project in words, as far as one reader may see it.</summary>
internal sealed record Told(IReadOnlyList<Observation> Observations, IReadOnlyList<ChangeStory> ChangeStories, IReadOnlyList<AttainmentJudgement> Attainments)
{
    public static IDataLoaderResult<Told?> Of(IResolveFieldContext context, long projectId)
    {
        var visibility = context.Service<Visibility>();
        return context.Service<BatchLoader>().By<Told>("told", projectId, async (ids, ct) =>
        {
            var observations = await RecordsAsync<Observation>(visibility, ids, ct);
            var stories = await RecordsAsync<ChangeStory>(visibility, ids, ct);
            var judgements = await RecordsAsync<AttainmentJudgement>(visibility, ids, ct);
            return ids.ToDictionary(id => id, Told? (id) => new Told([.. observations[id]], [.. stories[id]], [.. judgements[id]]));
        });
    }

    private static async Task<ILookup<long, T>> RecordsAsync<T>(Visibility visibility, long[] projects, CancellationToken ct) where T : QualitativeRecord =>
        (await visibility.Of<T>().Where(r => projects.Contains(r.ProjectId)).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.ProjectId);
}

internal sealed class QualitativeType : ObjectGraphType<Told>
{
    public QualitativeType()
    {
        Name = "Qualitative";
        Description = "What is told of a project in words, beside its numbers. Nothing of it is public.";
        Add<Observation>("observations", "What was seen, or said in interviews.", t => t.Observations);
        Add<ChangeStory>("changeStories", "Stories of most significant change.", t => t.ChangeStories);
        Add<AttainmentJudgement>("attainments", "How far goals, outcomes and indicators are judged to have come, by wave.", t => t.Attainments);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ValueType<ThemeCount>>>>>("themes").Description("How many observations and interviews bear out each theme, by what it is coded against; the most frequent first.")
            .Resolve(c => c.Source.Observations is [var first, ..]
                ? c.MarkOfProject(first.ProjectId).Then(mark => c.Given(ThemeCount.Of(c.Source.Observations), mark, c.Source.Observations.Where(o => !o.IsCorrected && o.Themes.Count > 0)))
                : new Ready<IEnumerable<ThemeCount>>([]));
    }

    private void Add<T>(string name, string description, Func<Told, IReadOnlyList<T>> records) where T : QualitativeRecord =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>>>(name).Description(description + " Oldest first.")
            .Argument<NonNullGraphType<BooleanGraphType>>("corrected", "True: also what no longer stands, since it was corrected.", a => a.DefaultValue = false)
            .Resolve(c => c.Service<ResultBudget>().Take<T>([.. records(c.Source).Where(r => !r.IsCorrected || c.GetArgument<bool>("corrected"))]));
}
