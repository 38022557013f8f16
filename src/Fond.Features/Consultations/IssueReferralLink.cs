using System.Text.Json.Serialization;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;

namespace Fond.Features.Consultations;

internal sealed record IssueReferralLinkInput : EditInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>The body that is to answer by it.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }
}

/// <summary>A link by which somebody acts without signing in.</summary>
/// <param name="Address">To be handed to those whom it is for, and to nobody else. Told once: null when the same call is sent again.</param>
internal sealed record IssuedLink([property: JsonIgnore] string? Address);

internal sealed class IssueReferralLink(ConsultationDrafts drafts, Finder finder, AccessLinks links, EmailSettings email) : IHandler<IssueReferralLinkInput, IssuedLink>
{
    public async Task<IssuedLink> Handle(IssueReferralLinkInput input, CancellationToken ct)
    {
        var consultation = await drafts.OwnAsync(input.ConsultationId, input.ExpectedVersion, ct);
        var body = await finder.FindAsync<Body>(input.BodyId, ct, "bodyId");
        var request = consultation.Open(body.Id);
        await links.RevokeAsync(LinkPurpose.Statement, [request.Id], ct); // whoever holds an older one may be the reason for a new one
        return new(email.AddressOf(LinkPurpose.Statement, links.Issue(LinkPurpose.Statement, request.Id)));
    }
}
