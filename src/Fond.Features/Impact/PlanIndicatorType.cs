using Fond.Domain.Applications;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Impact.Series;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact;

internal sealed class PlanIndicatorType : ObjectGraphType<PlanIndicator>
{
    public PlanIndicatorType()
    {
        Name = "PlanIndicator";
        Description = "What is measured, or judged.";
        Field(i => i.Code).Description("Short and unique in the plan; measurements name it.");
        Field(i => i.Name).Description("In words, in Swedish.");
        Field(i => i.NameEn, nullable: true).Description("In English; null where it has no other name than the Swedish one.");
        Field(i => i.Unit).Description("In what, in Swedish.");
        Field(i => i.UnitEn, nullable: true).Description("In English; null where it has no other unit than the Swedish one.");
        Field<NonNullGraphType<EnumType<IndicatorKind>>>("kind").Description("What kind of figure it is.").Resolve(c => c.Source.Kind);
        Field<NonNullGraphType<EnumType<Direction>>>("direction").Description("What is wished for.").Resolve(c => c.Source.Direction);
        Field(i => i.Baseline, nullable: true).Description("The value expected before.");
        Field(i => i.Target, nullable: true).Description("The value aimed at.");
        Field<DateOnlyGraphType>("targetOn").Description("The day by which it is to be reached.").Resolve(c => c.Source.TargetOn);
        Field(i => i.Instrument, nullable: true).Description("What it is measured with, such as a questionnaire.");
        Field(i => i.SourceSystem, nullable: true).Description("The register or system that it is read from.");
        Field(i => i.Owner, nullable: true).Description("The organisation or function that answers for it.");
        Field(i => i.IsPrimary).Description("Whether the project is to be judged by it.");
        Field(i => i.PlannedLater).Description(IndicatorFields.Later);
        Field<ValueType<NamedSeries>>("series").Description("A key figure of the fund that its change is set beside.").Resolve(c => c.Source.Series);
        Field(i => i.SeriesLater).Description("Whether that was chosen after the first measurement, when answers might have been seen.");
        Field<GraphQLClrOutputTypeReference<CatalogueIndicator>>("catalogue").Description("The version of the fund's indicator that it was taken from; null: the project's own.")
            .Resolve(c => c.Service<BatchLoader>().One<CatalogueIndicator>(c.Source.CatalogueId));
    }
}

internal static class IndicatorFields
{
    public const string Later = "Whether the indicator came into the plan after the first measurement, when answers might have been seen.";

    /// <summary>Says of a result which indicator it is by.</summary>
    public static void AddIndicator<T>(this ObjectGraphType<T> type, Func<T, PlanIndicator> indicator)
    {
        type.Field<NonNullGraphType<StringGraphType>>("indicator").Description("The indicator's code.").Resolve(c => indicator(c.Source).Code);
        type.Field<StringGraphType>("catalogueCode").Description("The indicator's code in the fund's catalogue; null: the project's own.").Resolve(c => indicator(c.Source).CatalogueCode);
        type.Field<NonNullGraphType<BooleanGraphType>>("plannedLater").Description(Later).Resolve(c => indicator(c.Source).PlannedLater);
    }
}
