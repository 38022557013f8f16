using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Applications;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Impact.Qualitative;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Projects;

internal sealed class ProjectType : NodeType<Project>
{
    public ProjectType() : base("A granted pilot, from the decision until it is closed.")
    {
        Field<NonNullGraphType<StringGraphType>>("title").Description("Its name.").Resolve(c => c.NotedField(c.Source, c.Source.ApplicationId, ApplicationFields.Title, c.Source.Title));
        Field<NonNullGraphType<StringGraphType>>("organisation").Description("Who carries it out.").Resolve(c => c.NotedField(c.Source, c.Source.ApplicationId, ApplicationFields.Organisation, c.Source.Organisation));
        Field<NonNullGraphType<DateOnlyGraphType>>("start").Description("The first day.").Resolve(c => c.NotedField(c.Source, c.Source.ApplicationId, ApplicationFields.Start, c.Source.Start));
        Field<NonNullGraphType<DateOnlyGraphType>>("end").Description("The last day.").Resolve(c => c.NotedField(c.Source, c.Source.ApplicationId, ApplicationFields.End, c.Source.End));
        Values("conditions", "What the grant hangs on.", p => p.Conditions).NotedIn<Project>(p => p.ApplicationId);
        Value("decidedOn", "The day of the decision to grant.", p => p.DecidedOn);
        Value("agreementSignedOn", "When the agreement was signed.", p => p.AgreementSignedOn, nullable: true);
        Value("closedOn", "When it was closed.", p => p.ClosedOn, nullable: true);
        AddMoney();
        AddOutcome();
        One<Application>("application", "The case.", p => p.ApplicationId);
        One<Fund>("fund", "Whose money it is.", p => p.FundId);
        One<Person>("lead", "The project lead.", p => p.LeadId);
        One<Person>("evaluator", "Who logs measurements and reads effects.", p => p.EvaluatorId);
        Many<LoggingClient>("loggingClients", "Systems that log for the evaluator, those shut out included.", p => p.ProjectId);
        Many<RepaymentAgreement>("repaymentAgreements", "How its savings come back to the fund; one, once it is agreed.", a => a.ProjectId);
        Many<SavingsCase>("savingsCases", "What it costs and saves, every version of it.", c => c.ProjectId);
        this.AddMoneyBack().Argument<EnumType<SavingsBasis>>("basis", "The latest that is of this basis; left out: the latest that is verified, else the latest that is expected.")
            .Resolve(c =>
            {
                var basis = c.GetArgument<SavingsBasis?>("basis");
                return c.Reckon(c.Source.Id, shown => shown.Latest(basis));
            });
        Many<ProjectKeyFigure>("background", "Key figures that it names, those that were dropped included.", n => n.ProjectId);
        Many<MeasurementImport>("measurementImports", "Files of measurements that were sent in; for those who log them.", i => i.ProjectId);
        Field<NonNullGraphType<QualitativeType>>("qualitative").Description("What is told of it in words, beside its numbers.").Resolve(c => new ToldOf(c.Source.Id)).FieldType.NotedInProject<Project>(p => p.Id, "themes.theme");
        Many<MeasurementPlan>("measurementPlans", "What is measured, when; one, once it is set.", p => p.ProjectId);
    }

    private void AddMoney()
    {
        Values("granted", "By year, as decided.", p => p.Granted);
        Value("totalGranted", "Over all years.", p => p.TotalGranted);
        Value("totalPaid", "What has been paid out.", p => p.TotalPaid);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DisbursementType>>>>("disbursements").Description("Requests for money, and what became of each.").Resolve(c => c.Source.Disbursements.InOrder())
            .FieldType.NotedIn<Project>(p => p.ApplicationId, "purpose", "refusalReason");
    }

    private void AddOutcome()
    {
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProjectMilestoneType>>>>("milestones").Description("Steps on the way, by day.").Resolve(c => c.Source.Milestones.InOrder())
            .FieldType.NotedFieldsIn<Project>(p => p.ApplicationId, ["milestones"], "name", "from", "dueOn", "note");
        Field("finalReport", Reference<FinalReport>(nullable: true)).Description("What came of it.").Resolve(c => c.Noted(c.Source, c.Source.ApplicationId, c.Source.FinalReport));
        Field("lateBaseline", Reference<LateBaseline>(nullable: true)).Description("That payments go on though the baseline was measured when the project had begun, or of fewer than the fund shows results of.").Resolve(c => c.Noted(c.Source, c.Source.ApplicationId, c.Source.LateBaseline));
        Value("reportReturnReason", "Why the last final report was sent back.", p => p.ReportReturnReason, nullable: true).NotedIn<Project>(p => p.ApplicationId);
        Value("future", "What happens to the method.", p => p.Future, nullable: true);
        Value("futureReasons", "Why.", p => p.FutureReasons, nullable: true).NotedIn<Project>(p => p.ApplicationId);
        Value("futureDecidedOn", "When that was decided.", p => p.FutureDecidedOn, nullable: true);
    }
}

internal sealed class DisbursementType : ObjectGraphType<Disbursement>
{
    public DisbursementType()
    {
        Name = "Disbursement";
        Description = "A request for money (rekvisition), and what became of it.";
        Field(d => d.Number).Description("1, 2, 3 ... in the project.");
        Field(d => d.Year).Description("The year whose grant it is charged to.");
        Field<NonNullGraphType<MoneyType>>("amount").Description("How much.").Resolve(c => c.Source.Amount);
        Field(d => d.Purpose).Description("What for.");
        Field<NonNullGraphType<DateOnlyGraphType>>("requestedOn").Description("When it was asked for.").Resolve(c => c.Source.RequestedOn);
        Field<NonNullGraphType<EnumType<DisbursementState>>>("state").Description("Asked for, paid, refused.").Resolve(c => c.Source.State);
        Field<DateOnlyGraphType>("settledOn").Description("When it was paid or refused.").Resolve(c => c.Source.SettledOn);
        Field(d => d.RefusalReason, nullable: true).Description("Why it was refused.");
    }
}

internal sealed class ProjectMilestoneType : ObjectGraphType<ProjectMilestone>
{
    public ProjectMilestoneType()
    {
        Name = "ProjectMilestone";
        Description = "A step on the way (etappmål).";
        Field<NonNullGraphType<IdGraphType>>("id").Description("For reachMilestone.").Resolve(c => GlobalId.Of<ProjectMilestone>(c.Source.Id));
        Field(m => m.Name).Description("What is to be reached.");
        Field<DateOnlyGraphType>("from").Description("The first day, where it is a period.").Resolve(c => c.Source.From);
        Field<NonNullGraphType<DateOnlyGraphType>>("dueOn").Description("By when.").Resolve(c => c.Source.DueOn);
        Field<DateOnlyGraphType>("reachedOn").Description("When it was reached.").Resolve(c => c.Source.ReachedOn);
        Field<NonNullGraphType<BooleanGraphType>>("isLate").Description("Whether its day has passed without its being reached.").Resolve(c => c.Source.IsLateOn(c.Service<Clock>().Today));
        Field(m => m.Note).Description("How it went.");
    }
}
