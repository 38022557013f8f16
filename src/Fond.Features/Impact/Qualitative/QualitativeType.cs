using Fond.Domain.Impact.Qualitative;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Impact.Qualitative;

/// <summary>What is told of a project in words.</summary>
internal sealed record ToldOf(long ProjectId);

internal sealed class QualitativeType : ObjectGraphType<ToldOf>
{
    public QualitativeType()
    {
        Name = "Qualitative";
        Description = "What is told of a project in words, beside its numbers. Nothing of it is public.";
        Add("observations", "What was seen, or said in interviews.", new ForeignKey<Observation>(o => o.ProjectId));
        Add("changeStories", "Stories of most significant change.", new ForeignKey<ChangeStory>(s => s.ProjectId));
        Add("attainments", "How far goals, outcomes and indicators are judged to have come, by wave.", new ForeignKey<AttainmentJudgement>(j => j.ProjectId));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ValueType<ThemeCount>>>>>("themes").Description("How many observations and interviews bear out each theme, by what it is coded against; the most frequent first.")
            .Resolve(c => Material(c).Then(material => ThemeCount.Of(material ?? [])));
    }

    private void Add<T>(string name, string description, ForeignKey<T> project) where T : QualitativeRecord =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<T>>>>>(name).Description(description + " Oldest first.")
            .Argument<NonNullGraphType<BooleanGraphType>>("corrected", "True: also what no longer stands, since it was corrected.", a => a.DefaultValue = false)
            .Resolve(c => c.Service<BatchLoader>().Many(project, c.Source.ProjectId).Then(records => c.Service<ResultBudget>().Take<T>([.. (records ?? []).Where(r => !r.IsCorrected || c.GetArgument<bool>("corrected"))])));

    private static IDataLoaderResult<IReadOnlyList<CodedMaterial>?> Material(IResolveFieldContext<ToldOf> context) => context.Service<BatchLoader>()
        .By<IReadOnlyList<CodedMaterial>>("coded material", context.Source.ProjectId, async (ids, ct) =>
            (await context.Service<Visibility>().CodedAsync(ids, ct)).ToDictionary(g => g.Key, IReadOnlyList<CodedMaterial>? (g) => [.. g]));
}

internal static class CodedRows
{
    /// <summary>What stands of projects' material, by how it is coded: without its texts, which are long.</summary>
    public static async Task<ILookup<long, CodedMaterial>> CodedAsync(this Visibility visibility, long[] projects, CancellationToken ct) =>
        (await visibility.Of<Observation>().Where(o => projects.Contains(o.ProjectId) && !o.IsCorrected).OrderBy(o => o.Id).Select(o => new { o.ProjectId, o.Kind, o.Themes }).ToListAsync(ct))
            .ToLookup(o => o.ProjectId, o => new CodedMaterial(o.Kind, o.Themes));
}
