using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Domain.Workflows;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Projects;

internal sealed class ProjectFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<ProjectDesk>();

    public void AddQueries(QueryFields queries) => queries.List("projects", "Projects that the caller may see, newest first.", FieldAccess.SignedIn, c =>
    {
        var projects = c.Visible<Project>();
        if (c.GetArgument<string?>("fundId") is { } fund) projects = projects.Where(p => p.FundId == GlobalId.KeyOf<Fund>(fund));
        if (c.GetArgument<string?>("leadId") is { } lead) projects = projects.Where(p => p.LeadId == GlobalId.KeyOf<Person>(lead));
        if (c.GetArgument<bool?>("closed") is { } closed) projects = closed ? projects.Where(p => p.ClosedOn != null) : projects.Where(p => p.ClosedOn == null);
        if (c.GetArgument<Phase?>("phase") is { } phase)
        {
            var there = c.Db().Set<WorkflowInstance>().IgnoreAutoIncludes().Where(i => i.Workflow == Workflow.ImpactFollowUp && i.Phase == phase).Select(i => i.ApplicationId).Ahead();
            projects = projects.Where(p => there.Contains(p.ApplicationId));
        }
        if (c.GetArgument<string?>("evaluatorId") is { } evaluator) projects = projects.Where(p => p.EvaluatorId == GlobalId.KeyOf<Person>(evaluator));
        return projects.ByFewCases(c, p => p.ApplicationId).OfCases(c, p => p.ApplicationId);
    }, f => CaseFilters.Declare(f.With<IdGraphType>("fundId", "Only this fund's.").With<IdGraphType>("leadId", "Only this person's.")
        .With<BooleanGraphType>("closed", "Only closed, or only others.").With<EnumType<Phase>>("phase", "Only projects whose follow-up is there.")
        .With<IdGraphType>("evaluatorId", "Only those that this person evaluates.")));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<SignAgreement, SignAgreementInput, Project>("project", "Notes that the agreement is signed: the reserved money is granted, and the project runs.", Role.CaseOfficer);
        mutations.Add<AssignEvaluator, AssignEvaluatorInput, Project>("project", "Names who evaluates the project.", Role.CaseOfficer);
        mutations.Add<RequestDisbursement, RequestDisbursementInput, Project>("project", "Asks for money of a year's grant.", Role.Applicant);
        mutations.Add<PayDisbursement, PayDisbursementInput, Project>("project", "Notes that a request was paid.", Role.CaseOfficer);
        mutations.Add<AcceptLateBaseline, AcceptLateBaselineInput, Project>("project", "Lets payments go on though the baseline was measured when the project had begun, or of fewer than the fund shows results of, with the reason; the results say so.", Role.CaseOfficer);
        mutations.Add<RefuseDisbursement, RefuseDisbursementInput, Project>("project", "Refuses a request, with the reason.", Role.CaseOfficer);
        mutations.Add<ReachMilestone, ReachMilestoneInput, Project>("project", "Notes that a milestone is reached.", Role.Applicant);
        mutations.Add<SubmitFinalReport, SubmitFinalReportInput, Project>("project", "Hands the final report in.", Role.Applicant);
        mutations.Add<ReturnFinalReport, ReturnFinalReportInput, Project>("project", "Sends the final report back, with the reason.", Role.CaseOfficer);
        mutations.Add<DecideFuture, DecideFutureInput, Project>("project", "The steering group decides what happens to the method.", Role.SteeringChair, Role.SteeringSecretary);
        mutations.Add<CallOffProject, CallOffProjectInput, Project>("project", "The steering group ends the project before its time, or before it has begun; what was not paid out goes back to the fund.", Role.SteeringChair, Role.SteeringSecretary);
        mutations.Add<CloseProject, CloseProjectInput, Project>("project", "Ends the case; what was not paid out goes back to the fund.", Role.CaseOfficer);
        mutations.Add<ReturnFunds, ReturnFundsInput, Project>("project", "Notes that money which was paid out has come back unused.", Role.CaseOfficer);
        mutations.Add<RecordRepayment, RecordRepaymentInput, Project>("project", "Notes that a saving has come back to the fund (återföring).", Role.CaseOfficer);
    }
}
