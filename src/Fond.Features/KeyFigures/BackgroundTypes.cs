using Fond.Domain.Access;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.KeyFigures;

internal sealed class ProjectKeyFigureType : NodeType<ProjectKeyFigure>
{
    public ProjectKeyFigureType() : base("A key figure in an area that a project names as its background.")
    {
        Value("reason", "Why it is of account here.", n => n.Reason).NotedInProject<ProjectKeyFigure>(n => n.ProjectId);
        Value("namedAt", "When it was named.", n => n.NamedAt);
        Value("droppedAt", "When it was taken back; null: it is named.", n => n.DroppedAt, nullable: true);
        One<Person>("namedBy", "Who named it.", n => n.NamedById);
        One<KeyFigure>("keyFigure", "What is counted.", n => n.KeyFigureId);
        One<KeyFigureArea>("area", "Where.", n => n.AreaId);
        One<Project>("project", "Whose background it is.", n => n.ProjectId);
        Field("series", ListOf<KeyFigureValue>()).Description("The area's values of everybody, by year, as they now are.")
            .Resolve(c => Background.Of(c).Then(b => c.Service<ResultBudget>().Take(b?.Series ?? [])));
        Field<BackgroundComparisonType>("comparison").Description("How it has changed from the years before the project's first to those after it, beside other areas; null without a value on both sides.")
            .Resolve(c => Background.Of(c).Then(b => b?.Change is null ? null : b));
    }
}

internal sealed class BackgroundComparisonType : ObjectGraphType<Background>
{
    public BackgroundComparisonType()
    {
        Name = "BackgroundComparison";
        Description = "How an area's key figure has changed: a description, not an effect.";
        Field<NonNullGraphType<ValueType<MeanOfYears>>>("before").Description("Up to three last years before the project's first.").Resolve(c => c.Source.Change!.Before);
        Field<NonNullGraphType<ValueType<MeanOfYears>>>("after").Description("Up to three first years after it.").Resolve(c => c.Source.Change!.After);
        Field<NonNullGraphType<DecimalGraphType>>("change").Description("After less before, in the key figure's unit.").Resolve(c => c.Source.Change!.Change);
        Field<DecimalGraphType>("elsewhere").Description("The mean change of other areas with values for the same years, or of the whole municipality where there are none.").Resolve(c => c.Source.Change!.Elsewhere);
        Field<NonNullGraphType<IntGraphType>>("elsewhereAreas").Description("How many other areas; 0 when it is the whole municipality's, or nobody's.").Resolve(c => c.Source.Change!.ElsewhereAreas);
        Field<NonNullGraphType<StringGraphType>>("sentence").Description("In words, with what cannot be said.").Resolve(c => c.Say(c.Source.Change!.Sentence(c.Source.Area.Name, c.Source.Figure.Unit)));
    }
}
