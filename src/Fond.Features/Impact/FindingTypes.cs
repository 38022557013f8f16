using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact;

internal sealed class FurtherFindingType : ObjectGraphType<FurtherFinding>
{
    public FurtherFindingType()
    {
        Name = "FurtherFinding";
        Description = "A finding by another technique, with a 95 % confidence interval, or why there is none.";
        Field<NonNullGraphType<EnumType<Technique>>>("technique").Description("How the number was found.").Resolve(c => c.Source.Technique);
        Field<FloatGraphType>("value").Description("The number: a difference in the indicator's unit, a ratio, a number of people, standard deviations, or a chance from 0 to 1.").Resolve(c => c.Source.Finding?.Value);
        Field<FloatGraphType>("lower").Description("The interval's lower end; null where it has none.").Resolve(c => c.Source.Finding?.Lower);
        Field<FloatGraphType>("upper").Description("The interval's upper end; null where it has none.").Resolve(c => c.Source.Finding?.Upper);
        Field<BooleanGraphType>("throughInfinity").Description("Whether the interval is what lies outside the two ends, by way of infinity: of NUMBER_NEEDED where no difference is possible.").Resolve(c => c.Source.Finding?.ThroughInfinity);
        Field<FloatGraphType>("pValue").Description("Two-sided, of no difference; null where the technique gives an interval alone.").Resolve(c => c.Source.Finding?.PValue);
        Field<IntGraphType>("n").Description("How many stand behind it in all.").Resolve(c => c.Source.Finding?.N);
        Field<NonNullGraphType<EnumType<StudyDesign>>>("design").Description("How the effect is told from what would have happened anyway.").Resolve(c => c.Source.Design);
        Field<NonNullGraphType<EnumType<DesignStrength>>>("strength").Description("How far it can be taken for the project's doing.").Resolve(c => c.Source.Strength);
        Field<StringGraphType>("sentence").Description("In words, with what cannot be said.").Resolve(c => c.Source.Sentence is { } sentence ? c.Say(sentence) : null);
        Field<UnavailableType>("unavailable").Description("Why there is none.").Resolve(c => c.Source.Unavailable);
    }
}

internal sealed class AttainedType : ObjectGraphType<Attained>
{
    public AttainedType()
    {
        Name = "Attained";
        Description = "How far the intervention group has come towards an indicator's target. It says nothing of why.";
        this.AddIndicator(e => e.Indicator);
        Field<NonNullGraphType<StringGraphType>>("wave").Description("The wave's code.").Resolve(c => c.Source.Wave.Code);
        Field(a => a.Share, nullable: true).Description("How much of the way from the baseline, as measured or else as planned: 1 is all of it, below 0 is away from the target.");
        Field<IntGraphType>("n").Description("How many were measured in the wave.").Resolve(c => c.Source.Reach?.N);
        Field<FloatGraphType>("mean").Description("Their mean, share or rate.").Resolve(c => c.Source.Reach?.Mean);
        Field<FloatGraphType>("baseline").Description("The same at the baseline, as measured or else as planned.").Resolve(c => c.Source.Reach?.Baseline);
        Field<IntGraphType>("baselineN").Description("How many were measured at the baseline; null where it is as planned.").Resolve(c => c.Source.Reach?.BaselineN);
        Field<FloatGraphType>("target").Description("What is aimed at.").Resolve(c => c.Source.Reach?.Target);
        Field<StringGraphType>("sentence").Description("In words.").Resolve(c => c.Source.Sentence is { } sentence ? c.Say(sentence) : null);
        Field<UnavailableType>("unavailable").Description("Why it is not told.").Resolve(c => c.Source.Unavailable);
    }
}

internal sealed class FollowedType : ObjectGraphType<Followed>
{
    public FollowedType()
    {
        Name = "Followed";
        Description = "How many of a group were measured again.";
        this.AddIndicator(e => e.Indicator);
        Field<NonNullGraphType<StringGraphType>>("wave").Description("The wave's code.").Resolve(c => c.Source.Wave.Code);
        Field<NonNullGraphType<EnumType<MeasurementGroup>>>("group").Description("Whom it concerns.").Resolve(c => c.Source.Group);
        Field(f => f.Subgroup, nullable: true).Description("Which part of the group; null for the whole.");
        Field(f => f.Planned, nullable: true).Description("How many were to be measured; of whole groups.");
        Field<IntGraphType>("baseline").Description("How many were measured at the baseline.").Resolve(c => c.Source.Attrition?.Baseline);
        Field<IntGraphType>("kept").Description("How many of them were measured in the wave too.").Resolve(c => c.Source.Attrition?.Kept);
        Field<IntGraphType>("joined").Description("How many in the wave were not measured at the baseline.").Resolve(c => c.Source.Attrition?.Joined);
        Field<FloatGraphType>("lost").Description("The share of the baseline's that was not measured again, 0 to 1.").Resolve(c => c.Source.Attrition?.Lost);
        Field<UnavailableType>("unavailable").Description("Why it is not told.").Resolve(c => c.Source.Unavailable);
    }
}

internal sealed class DetectableType : ObjectGraphType<Detectable>
{
    public DetectableType()
    {
        Name = "Detectable";
        Description = "The smallest true effect that the planned sizes find with a chance of 80 %, at 5 % two-sided, for a primary indicator divided by how many there are, by the comparison that judges.";
        this.AddIndicator(e => e.Indicator);
        Field<NonNullGraphType<EnumType<EffectMethod>>>("method").Description("The comparison that judges.").Resolve(c => c.Source.Method);
        Field(d => d.Smallest, nullable: true).Description("For a share as a difference of shares, for a rate in its unit, for steps of a scale as the distance of a chance from one half, in the desired direction; else in standard deviations.");
        Field<StringGraphType>("sentence").Description("What it is reckoned for, and on what assumptions.").Resolve(c => c.Source.Sentence is { } sentence ? c.Say(sentence) : null);
        Field<UnavailableType>("unavailable").Description("Why it is not told.").Resolve(c => c.Source.Unavailable);
    }
}
