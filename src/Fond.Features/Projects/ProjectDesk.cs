using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Projects;

/// <summary>What every project's input carries.</summary>
internal abstract record ProjectInput : EditInput
{
    /// <summary>Which project.</summary>
    [GraphQL.Id]
    public required string ProjectId { get; init; }
}

/// <summary>A project at hand, with its workflow and its money.</summary>
internal sealed class ProjectDesk(Finder finder, FondDb db, ActorContext context, Clock clock, CaseRegistry registry, WorkflowRunner workflows)
{
    /// <summary>For those who hold an office in the project's fund.</summary>
    public async Task<Project> ForAsync(ProjectInput input, CancellationToken ct, params Role[] roles)
    {
        var project = await FindAsync(input, ct);
        context.Actor.DemandOffice(await CaseOfAsync(project, ct), roles);
        return project;
    }

    /// <exception cref="ForbiddenException">When somebody else leads it.</exception>
    public async Task<Project> OwnAsync(ProjectInput input, CancellationToken ct)
    {
        var project = await FindAsync(input, ct);
        if (project.LeadId != context.Actor.Id) throw new ForbiddenException();
        context.Actor.Demand(project.FundId, Role.Applicant);
        return project;
    }

    /// <summary>For its lead, and for those who hold an office in the project's fund.</summary>
    public async Task<Project> LedOrHandledAsync(ProjectInput input, CancellationToken ct, params Role[] roles)
    {
        var project = await FindAsync(input, ct);
        if (project.LeadId == context.Actor.Id) context.Actor.Demand(project.FundId, Role.Applicant);
        else context.Actor.DemandOffice(await CaseOfAsync(project, ct), roles);
        return project;
    }

    /// <summary>For its evaluator, unless it was called off.</summary>
    /// <exception cref="ForbiddenException">When somebody else evaluates it.</exception>
    public async Task<Project> EvaluatedAsync(ProjectInput input, CancellationToken ct)
    {
        var project = await FindAsync(input, ct);
        if (project.EvaluatorId != context.Actor.Id) throw new ForbiddenException();
        context.Actor.Demand(project.FundId, Role.Evaluator);
        project.DemandNotCalledOff();
        return project;
    }

    /// <summary>For its evaluator and its lead, unless it was called off.</summary>
    /// <exception cref="ForbiddenException">For everybody else.</exception>
    public async Task<Project> EvaluatedOrLedAsync(ProjectInput input, CancellationToken ct)
    {
        var project = await FindAsync(input, ct);
        if (project.LeadId != context.Actor.Id && project.EvaluatorId != context.Actor.Id) throw new ForbiddenException();
        context.Actor.Demand(project.FundId, project.LeadId == context.Actor.Id ? Role.Applicant : Role.Evaluator);
        project.DemandNotCalledOff();
        return project;
    }

    /// <summary>For its evaluator, or a system that logs for them, unless it was called off.</summary>
    /// <exception cref="ForbiddenException">For everybody else.</exception>
    public async Task<Project> LoggedAsync(ProjectInput input, CancellationToken ct)
    {
        var project = await FindAsync(input, ct);
        if (!await db.ProjectsLoggedBy(context.Actor).AnyAsync(p => p.Id == project.Id, ct)) throw new ForbiddenException();
        project.DemandNotCalledOff();
        return project;
    }

    public async Task FireAsync(Project project, string trigger, CancellationToken ct, string? note = null)
    {
        await workflows.FireAsync(Workflow.ImpactFollowUp, await CaseOfAsync(project, ct), trigger, ct, note);
    }

    /// <summary>Has the project's case register what has come in or been drawn up.</summary>
    public async Task RegisterAsync(Project project, DocumentEntry entry, CancellationToken ct) => await registry.AddAsync(await CaseOfAsync(project, ct), entry, ct, project);

    /// <summary>Books a movement of the project's money.</summary>
    public async Task BookAsync(Project project, Func<Fund, ApplicationBalance, DateTimeOffset, LedgerTransaction> book, CancellationToken ct)
    {
        var fund = await db.Set<Fund>().SingleAsync(f => f.Id == project.FundId, ct);
        var balance = await db.Set<ApplicationBalance>().SingleAsync(b => b.ApplicationId == project.ApplicationId, ct);
        db.Add(book(fund, balance, clock.Now));
    }

    private Task<Application> CaseOfAsync(Project project, CancellationToken ct) => db.Set<Application>().SingleAsync(a => a.Id == project.ApplicationId, ct);

    private Task<Project> FindAsync(ProjectInput input, CancellationToken ct) =>
        finder.FindAsync<Project>(input.ProjectId, input.ExpectedVersion, ct, "projectId");
}
