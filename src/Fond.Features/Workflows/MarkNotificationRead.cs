using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;

namespace Fond.Features.Workflows;

internal sealed record MarkNotificationReadInput : MutationInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string NotificationId { get; init; }
}

internal sealed class MarkNotificationRead(Finder finder, Clock clock) : IHandler<MarkNotificationReadInput, Notification>
{
    public async Task<Notification> Handle(MarkNotificationReadInput input, CancellationToken ct)
    {
        var notification = await finder.FindAsync<Notification>(input.NotificationId, ct, "notificationId");
        notification.Read(clock.Now);
        return notification;
    }
}
