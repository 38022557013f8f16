using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Workflows;
using Fond.Features.Registry;

namespace Fond.Features.Applications;

internal sealed record MoveSupplementDayInput : EditInput
{
    /// <summary>The application.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>The new last day, tomorrow or later; it ends at midnight in Stockholm.</summary>
    public required DateOnly LastDay { get; init; }
}

internal sealed class MoveSupplementDay(Finder finder, ActorContext context, Clock clock, WorkflowRunner workflows, CaseFactReader people, Notifier notifier, CaseRegistry registry) : IHandler<MoveSupplementDayInput, Application>
{
    public async Task<Application> Handle(MoveSupplementDayInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.DemandOffice(application, Role.CaseOfficer);
        application.MoveSupplementDay(input.LastDay, clock.Today);
        await workflows.RescheduleAsync(Workflow.Application, application, ct);
        var subject = new Text($"{application.CaseNumber}: ny sista dag för komplettering", $"{application.CaseNumber}: another last day for the supplement");
        await notifier.TellAsync($"application:{application.Id}:supplementDay:{application.Version}", await people.PeopleAsync(application, Role.Applicant, ct), application.Id, subject,
            new($"Kompletteringen ska ha kommit in senast {input.LastDay:yyyy-MM-dd}; dagen slutar vid midnatt.", $"The supplement is to come in by {input.LastDay:yyyy-MM-dd}; the day ends at midnight."), ct);
        await registry.AddAsync(application, DocumentEntry.Out(DocumentKind.Notice, application.Organisation, subject.Sv), ct);
        return application;
    }
}
