using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Estimates;
using Fond.Domain.Impact.Statistics;
using Fond.Domain.Projects;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Impact;

internal sealed class MeasurementPlanType : NodeType<MeasurementPlan>
{
    public MeasurementPlanType() : base("What is measured in a project, when, and against what, and what came of it.")
    {
        Value("design", "How the effect is told from what would have happened anyway.", p => p.Design);
        Value("isFrozen", "Whether measurements exist: a change is then another version, and what was asked stays.", p => p.IsFrozen);
        Value("designNote", "Why the design claims more than it did when the first measurement was logged; null: it does not.", p => p.DesignNote, nullable: true).NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Values("logicModel", "What is to lead to what, from resources to effects.", p => p.LogicModel).NotedInProject<MeasurementPlan>(p => p.ProjectId, "text");
        Many<PlanVersion>("versions", "The plan as it was set each time, oldest first: what was planned before anything was measured has no reason. The last is how it stands.", v => v.PlanId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PlanIndicatorType>>>>("indicators").Description("What is measured.").Resolve(c => c.Source.Indicators.InOrder())
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PlanWaveType>>>>("waves").Description("When.").Resolve(c => c.Source.Waves.InOrder())
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        One<Project>("project", "Whose it is.", p => p.ProjectId);
        Many<MeasurementBatch>("batches", "What was logged, oldest first.", b => b.PlanId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MeasuredCellType>>>>("cells").Description("What was measured, summed up by indicator, wave and group. Groups below the fund's threshold are hidden from all but the evaluator.")
            .Resolve(c => PlanResults.Of(c).Then(r => r!.Shown()))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<EffectType>>>>("effects").Description("What the project seems to have changed: every estimate that the design allows, or why there is none.")
            .Resolve(c => PlanResults.OfEffects(c).Then(r => r!.Effects()))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<AttainedType>>>>("attained").Description("How far the intervention group has come towards each target, by later wave.").Resolve(c => PlanResults.Of(c).Then(r => r!.Attained()))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<BesideSeriesType>>>>("besideSeries").Description("What was changed beside the key figures that the plan names, by indicator and later wave.").Resolve(c => PlanSeries.Of(c).Then(beside => beside ?? []))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FollowedType>>>>("followed").Description("How many were measured again, and how many were lost, by indicator, later wave, group and part of it.").Resolve(c => PlanResults.OfIndividuals(c).Then(r => r!.Followed()))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DetectableType>>>>("detectable").Description("The smallest true effect by each indicator that the planned sizes find with a chance of 80 %; none without planned sizes.").Resolve(c => DetectableEffects.Of(c.Source))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("caveats").Description("What must be known beside the results of when and how things were measured and planned: a baseline after the project's start, that the fund has accepted it, measurements from before the plan, a design that was changed after measurements, or steps of a scale where the groups are made of whole units.")
            .Resolve(c => PlanDays.OfCaveats(c).Then(caveats => (caveats ?? []).Select(c.Say)))
            .FieldType.NotedInProject<MeasurementPlan>(p => p.ProjectId);
        Value("wholeUnits", "Whether the groups are to be made of whole schools or other units, by which the effect is then judged; those of a stepped design are.", p => MeasurementPlan.ByUnits(p.Design, p.WholeUnits));
        Value("plannedIntervention", "How many are to be measured in the intervention group in each wave.", p => p.PlannedIntervention, nullable: true);
        Value("plannedComparison", "The same of the comparison group.", p => p.PlannedComparison, nullable: true);
    }
}

internal sealed class PlanVersionType : NodeType<PlanVersion>
{
    public PlanVersionType() : base("A measurement plan as it was set once.")
    {
        Value("number", "1, 2, 3 ...", v => v.Number);
        Value("at", "When it was set.", v => v.At);
        Value("reason", "Why it was changed; null for what was set before anything was measured.", v => v.Reason, nullable: true).NotedInPlan<PlanVersion>(v => v.PlanId);
        Value("content", "All of it.", v => v.Content).NotedInPlan<PlanVersion>(v => v.PlanId, "designNote", "logicModel.text", "indicators.name", "indicators.unit", "waves.name");
        One<Person>("by", "Who set it; null also for a plan that is older than its versions.", v => v.ById);
    }
}

internal sealed class PlanWaveType : ObjectGraphType<PlanWave>
{
    public PlanWaveType()
    {
        Name = "PlanWave";
        Description = "When it is measured.";
        Field(w => w.Code).Description("Short and unique in the plan; measurements name it.");
        Field(w => w.Name).Description("In words, in Swedish.");
        Field(w => w.NameEn, nullable: true).Description("In English; null where it has no other name than the Swedish one.");
        Field<NonNullGraphType<DateOnlyGraphType>>("from").Description("The first day.").Resolve(c => c.Source.From);
        Field<NonNullGraphType<DateOnlyGraphType>>("to").Description("The last day.").Resolve(c => c.Source.To);
        Field(w => w.IsBaseline).Description("Whether it is the time before.");
    }
}

internal sealed class MeasuredCellType : ObjectGraphType<ShownCell>
{
    public MeasuredCellType()
    {
        Name = "MeasuredCell";
        Description = "One group in one wave by one indicator.";
        this.AddIndicator(e => e.Indicator);
        Field<NonNullGraphType<StringGraphType>>("wave").Description("The wave's code.").Resolve(c => c.Source.Wave.Code);
        Field<NonNullGraphType<EnumType<MeasurementGroup>>>("group").Description("Whom it concerns.").Resolve(c => c.Source.Group);
        Field(c => c.Subgroup, nullable: true).Description("Which part of the group; null for the whole.");
        Field<IntGraphType>("n").Description("How many were measured.").Resolve(c => c.Source.Cell?.N);
        Field<FloatGraphType>("mean").Description("Their mean; for a share the share, for a count the number a person, for a rate the number by exposure; null for steps of a scale, which have no mean.").Resolve(c => c.Source.Indicator.Kind == Domain.Applications.IndicatorKind.Ordinal ? null : c.Source.Cell?.Mean);
        Field<FloatGraphType>("standardDeviation").Description("Among them, divisor n - 1.").Resolve(c => c.Source.Indicator.Kind == Domain.Applications.IndicatorKind.Ordinal ? null : c.Source.Cell?.StandardDeviation);
        Field<FloatGraphType>("lower").Description("For shares: the lower end of the share's exact 95 % confidence interval, individuals taken for independent.").Resolve(c => c.Source.Share?.Lower);
        Field<FloatGraphType>("upper").Description("For shares: its upper end.").Resolve(c => c.Source.Share?.Upper);
        Field<FloatGraphType>("events").Description("For shares, counts and rates: how many.").Resolve(c => c.Source.Cell?.Events);
        Field<FloatGraphType>("exposure").Description("For rates: what the events are divided by.").Resolve(c => c.Source.Cell?.Exposure);
        Field<UnavailableType>("hidden").Description("Why it is not shown.").Resolve(c => c.Source.Hidden);
    }
}

internal sealed class EffectType : ObjectGraphType<Effect>
{
    public EffectType()
    {
        Name = "Effect";
        Description = "What can be said of one indicator in one wave by one method, or why nothing can.";
        this.AddIndicator(e => e.Indicator);
        Field<NonNullGraphType<StringGraphType>>("wave").Description("The wave's code.").Resolve(c => c.Source.Wave.Code);
        Field<NonNullGraphType<EnumType<EffectMethod>>>("method").Description("How it is estimated.").Resolve(c => c.Source.Method);
        Field(e => e.Subgroup, nullable: true).Description("Of which part of the groups; null for the whole.");
        Field<EstimateType>("estimate").Description("The estimate.").Resolve(c => c.Source.Estimate);
        Field<UnavailableType>("unavailable").Description("Why there is none.").Resolve(c => c.Source.Unavailable);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FurtherFindingType>>>>("further").Description("The same by other techniques that the indicator's kind allows; none where there is no estimate.").Resolve(c => c.Source.Further);
    }
}

internal sealed class EstimateType : ObjectGraphType<Estimate>
{
    public EstimateType()
    {
        Name = "Estimate";
        Description = "What the project seems to have changed, with a 95 % confidence interval.";
        Field(e => e.Value).Description("The estimate, in the indicator's unit; for a share 0 to 1.");
        Field(e => e.Lower).Description("The interval's lower end.");
        Field(e => e.Upper).Description("The interval's upper end.");
        Field(e => e.PValue, nullable: true).Description("Two-sided, of no difference; null where the technique gives an interval alone.");
        Field(e => e.AdjustedPValue, nullable: true).Description("The p value adjusted for how many primary indicators the plan has (Holm); of primary indicators in whole groups.");
        Field<NonNullGraphType<EnumType<Technique>>>("technique").Description("How the number was found.").Resolve(c => c.Source.Technique);
        Field(e => e.Intervention).Description("How many in the intervention group were measured in the wave.");
        Field(e => e.Comparison, nullable: true).Description("How many in the comparison group, where it is used.");
        Field(e => e.Baseline, nullable: true).Description("How many in the intervention group at the baseline, where it is used.");
        Field(e => e.ComparisonBaseline, nullable: true).Description("How many in the comparison group at the baseline, where it is used.");
        Field<NonNullGraphType<EnumType<StudyDesign>>>("design").Description("How the effect is told from what would have happened anyway.").Resolve(c => c.Source.Design);
        Field<NonNullGraphType<EnumType<DesignStrength>>>("strength").Description("How far it can be taken for the project's doing.").Resolve(c => c.Source.Strength);
        Field<NonNullGraphType<StringGraphType>>("sentence").Description("The result in words, with what cannot be said.").Resolve(c => c.Say(c.Source.Sentence));
    }
}

internal sealed class UnavailableType : ObjectGraphType<Refusal>
{
    public UnavailableType()
    {
        Name = "Unavailable";
        Description = "Why something is not shown.";
        Field(r => r.Code).Description("Stable, for programs.");
        Field<NonNullGraphType<StringGraphType>>("message").Description("For people.").Resolve(c => c.Say(c.Source.Message));
    }
}

internal sealed class MeasurementBatchType : NodeType<MeasurementBatch>
{
    public MeasurementBatchType() : base("Rows that were logged together.")
    {
        Value("at", "When.", b => b.At);
        Value("rows", "How many rows it added or corrected.", b => b.Rows);
        Value("salt", "What the checksum begins with, a line of its own before the rows; empty in batches from before there was any.", b => b.Salt);
        Value("sha256", "Checksum over the rows; the trail has it too.", b => b.Sha256);
        One<Person>("loggedBy", "Who.", b => b.LoggedById);
    }
}

internal sealed class LoggingClientType : NodeType<LoggingClient>
{
    public LoggingClientType() : base("A system that logs measurements of one project for its evaluator.")
    {
        One<Person>("person", "What it signs in as.", c => c.PersonId);
        One<Person>("admittedBy", "Who let it in.", c => c.AdmittedById);
        Value("admittedAt", "When.", c => c.AdmittedAt);
        Value("revokedAt", "From when on it is shut out.", c => c.RevokedAt, nullable: true);
    }
}

internal sealed class MeasurementType : NodeType<Measurement>
{
    public MeasurementType() : base("A row as it was logged; for the project's evaluator alone.")
    {
        Value("rowKey", "The evaluator's name for it.", m => m.RowKey);
        Value("group", "Whom it concerns.", m => m.Group);
        Value("measuredOn", "When it was measured.", m => m.MeasuredOn);
        Value("subjectKey", "The individual's pseudonym.", m => m.SubjectKey, nullable: true);
        Value("value", "The individual's value.", m => m.Value, nullable: true);
        Value("n", "How many were measured together.", m => m.N, nullable: true);
        Value("mean", "Their mean.", m => m.Mean, nullable: true);
        Value("standardDeviation", "Among them.", m => m.StandardDeviation, nullable: true);
        Value("events", "How many of them, or how many times.", m => m.Events, nullable: true);
        Value("exposure", "For rates: the time or other exposure that the events fell in.", m => m.Exposure, nullable: true);
        Value("subgroup", "Which part of the group they are.", m => m.Subgroup, nullable: true);
        Value("siteKey", "The school or other unit that they belong to.", m => m.SiteKey, nullable: true);
        Value("revision", "How often what its key names had been corrected by then; 0 as first logged.", m => m.Revision);
        One<MeasurementBatch>("batch", "What it was logged with: who and when.", m => m.BatchId);
        Many<MeasurementCorrection>("corrections", "That it no longer stands; at most one.", c => c.MeasurementId);
    }
}

internal sealed class MeasurementCorrectionType : NodeType<MeasurementCorrection>
{
    public MeasurementCorrectionType() : base("That a measurement no longer stands, as another version was logged under its key; for the project's evaluator alone.") =>
        One<MeasurementBatch>("batch", "What corrected it: who and when.", c => c.BatchId);
}
