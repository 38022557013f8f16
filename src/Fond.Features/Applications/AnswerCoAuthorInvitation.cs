using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;

namespace Fond.Features.Applications;

internal sealed record AnswerCoAuthorInvitationInput : EditInput
{
    /// <summary>The application; the caller is who was asked.</summary>
    [GraphQL.Id]
    public required string ApplicationId { get; init; }

    /// <summary>Whether the caller will write in it, and so judges nothing in the case.</summary>
    public required bool Accepts { get; init; }
}

internal sealed class AnswerCoAuthorInvitation(Finder finder, ActorContext context, Clock clock, Notifier notifier) : IHandler<AnswerCoAuthorInvitationInput, Application>
{
    public async Task<Application> Handle(AnswerCoAuthorInvitationInput input, CancellationToken ct)
    {
        var application = await finder.FindAsync<Application>(input.ApplicationId, input.ExpectedVersion, ct, "applicationId");
        context.Actor.Demand(application.FundId, Role.CaseOfficer);
        application.AnswerInvitation(context.Actor.Id, input.Accepts);
        var (sv, en) = input.Accepts ? ("skriver", "writes") : ("skriver inte", "does not write");
        var said = new Text($"{context.Actor.Name} {sv} i {application.CaseNumber}", $"{context.Actor.Name} {en} in {application.CaseNumber}");
        await notifier.TellAsync($"coAuthor:{application.Id}:{context.Actor.Id}:answered:{clock.Now.ToUnixTimeMilliseconds()}", [application.LeadId], application.Id, said, said, ct);
        return application;
    }
}
