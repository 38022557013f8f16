using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Impact.Qualitative;

internal static class RecordFields
{
    /// <summary>What every record has.</summary>
    public static void AddRecord<T>(this ObjectGraphType<T> type) where T : QualitativeRecord
    {
        type.Field(r => r.Number).Description("1, 2, 3 ... in the project, among those of its kind; the same in all versions.");
        type.Field(r => r.Revision).Description("How often it has been corrected, this time included; 0 as first written.");
        type.Field(r => r.IsCorrected).Description("Whether a later version has taken its place.");
        type.Field<NonNullGraphType<InstantType>>("recordedAt").Description("When it was written down.").Resolve(c => c.Source.RecordedAt);
        type.Field(r => r.CorrectionReason, nullable: true).Description("Why it was corrected; null as first written.").FieldType.NotedInProject<T>(r => r.ProjectId);
        type.Field<GraphQLClrOutputTypeReference<Person>>("recordedBy").Description("Who wrote it down.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.RecordedById));
        type.Field<GraphQLClrOutputTypeReference<Project>>("project").Description("Whose it is.").Resolve(c => c.Service<BatchLoader>().One<Project>(c.Source.ProjectId));
    }
}

internal sealed class ObservationType : NodeType<Observation>
{
    public ObservationType() : base("What was seen, or said in an interview, coded by themes.")
    {
        this.AddRecord();
        Value("kind", "Seen or said.", o => o.Kind);
        Value("on", "When.", o => o.On);
        Value("place", "Where.", o => o.Place).NotedInProject<Observation>(r => r.ProjectId);
        Value("by", "Who saw or was told it, by function.", o => o.By).NotedInProject<Observation>(r => r.ProjectId);
        Value("text", "In words.", o => o.Text).NotedInProject<Observation>(r => r.ProjectId);
        Values("themes", "What it is about, each coded against a goal or an outcome.", o => o.Themes).NotedInProject<Observation>(r => r.ProjectId, "theme");
        this.AddFiles(EvidenceOf.Observation);
    }
}

internal sealed class ChangeStoryType : NodeType<ChangeStory>
{
    public ChangeStoryType() : base("A story of most significant change, and why it was chosen.")
    {
        this.AddRecord();
        Value("domain", "The domain of change that it belongs to.", s => s.Domain).NotedInProject<ChangeStory>(r => r.ProjectId);
        Value("on", "When it was told.", s => s.On);
        Value("toldBy", "Who told it, by function or group.", s => s.ToldBy).NotedInProject<ChangeStory>(r => r.ProjectId);
        Value("story", "The story.", s => s.Story).NotedInProject<ChangeStory>(r => r.ProjectId);
        Value("whyChosen", "Why it was chosen before the others.", s => s.WhyChosen).NotedInProject<ChangeStory>(r => r.ProjectId);
        Value("chosenBy", "Who chose it, by function or group.", s => s.ChosenBy).NotedInProject<ChangeStory>(r => r.ProjectId);
        Value("level", "Where it was chosen.", s => s.Level);
        this.AddFiles(EvidenceOf.ChangeStory);
    }
}

internal sealed class AttainmentJudgementType : NodeType<AttainmentJudgement>
{
    public AttainmentJudgementType() : base("How far one thing has come in one wave, judged with reasons on the scale of goal attainment scaling.")
    {
        this.AddRecord();
        Value("wave", "The code of the plan's wave.", j => j.Wave);
        Value("score", "-2 to 2, in order but not equally far apart; 0 is as expected.", j => j.Score);
        Localised("level", "The score in words.", j => j.Level);
        Value("expected", "What was expected, that is, what 0 means here.", j => j.Expected).NotedInProject<AttainmentJudgement>(r => r.ProjectId);
        Value("reasons", "What the judgement rests on.", j => j.Reasons).NotedInProject<AttainmentJudgement>(r => r.ProjectId);
        Value("indicator", "The code of the plan's indicator, where one is judged.", j => j.Indicator, nullable: true);
        Value("goal", "The code of the programme goal, where one is judged.", j => j.Goal, nullable: true);
        Value("outcome", "The key of the logic model's outcome or effect, where one is judged.", j => j.Outcome, nullable: true);
    }
}

/// <summary>For whoever sees the project; nothing of it is public.</summary>
internal sealed class QualitativeVisibility(IVisible<Project> projects) : IVisible<Observation>, IVisible<ChangeStory>, IVisible<AttainmentJudgement>, IVisible<EvidenceFile>
{
    public Expression<Func<Observation, bool>> To(Actor actor, FondDb db) => OfSeen<Observation>(o => o.ProjectId, actor, db);

    Expression<Func<ChangeStory, bool>> IVisible<ChangeStory>.To(Actor actor, FondDb db) => OfSeen<ChangeStory>(s => s.ProjectId, actor, db);

    Expression<Func<AttainmentJudgement, bool>> IVisible<AttainmentJudgement>.To(Actor actor, FondDb db) => OfSeen<AttainmentJudgement>(j => j.ProjectId, actor, db);

    Expression<Func<EvidenceFile, bool>> IVisible<EvidenceFile>.To(Actor actor, FondDb db) => OfSeen<EvidenceFile>(f => f.ProjectId, actor, db);

    private Expression<Func<T, bool>> OfSeen<T>(Expression<Func<T, long>> projectId, Actor actor, FondDb db)
    {
        var seen = db.Set<Project>().Where(projects.To(actor, db));
        Expression<Func<long, bool>> among = id => seen.Any(p => p.Id == id);
        return Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(among.Parameters[0], projectId.Body, among.Body), projectId.Parameters);
    }
}
