using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Series;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact;

internal sealed class BesideSeriesType : ObjectGraphType<BesideSeries>
{
    public BesideSeriesType()
    {
        Name = "BesideSeries";
        Description = "What those whom a project reaches have changed since the baseline, beside what a key figure has over the same years. The series counts everybody in an area and has no sampling error: the difference has no interval of its own.";
        this.AddIndicator(b => b.Project.Indicator);
        Field<NonNullGraphType<StringGraphType>>("wave").Description("The wave's code.").Resolve(c => c.Source.Project.Wave.Code);
        Field<NonNullGraphType<ValueType<NamedSeries>>>("series").Description("Which key figure, in which area.").Resolve(c => c.Source.Series);
        Field<NonNullGraphType<StringGraphType>>("name").Description("What the key figure tells.").Resolve(c => c.Say(c.Source.Known.Name));
        Field<NonNullGraphType<StringGraphType>>("areaName").Description("The area's name.").Resolve(c => c.Source.Known.AreaName);
        Field<NonNullGraphType<StringGraphType>>("source").Description("Who publishes it.").Resolve(c => c.Source.Known.Source);
        Field<StringGraphType>("attribution").Description("What is to be said wherever it is shown; null: its source.").Resolve(c => c.Source.Known.Attribution);
        Field<EstimateType>("project").Description("The project's own change, before and after, with its interval; null where it is not told.").Resolve(c => c.Source.Project.Estimate);
        Field(b => b.Before, nullable: true).Description("The series before, as the mean of its years, in the indicator's unit; for a share 0 to 1. Null where a year is missing.");
        Field(b => b.After, nullable: true).Description("The same for the wave.");
        Field(b => b.YearsBefore).Description("The calendar years in which the baseline lies.");
        Field(b => b.YearsAfter).Description("Those in which the wave lies.");
        Field(b => b.YearsMissing).Description("Those of them for which the series has no value.");
        Field(b => b.Change, nullable: true).Description("What the series changed.");
        Field(b => b.Difference, nullable: true).Description("The project's change less that of the series: it describes, and proves nothing. Null where either is not told.");
        Field<NonNullGraphType<EnumType<DesignStrength>>>("strength").Description("How far it can be taken for the project's doing: never far.").Resolve(c => c.Source.Strength);
        Field<NonNullGraphType<StringGraphType>>("sentence").Description("In words, with what cannot be said.").Resolve(c => c.Say(c.Source.Sentence));
        Field<UnavailableType>("unavailable").Description("Why there is no difference.").Resolve(c => c.Source.Unavailable);
    }
}
