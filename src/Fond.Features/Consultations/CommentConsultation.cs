using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

internal sealed record CommentConsultationInput : MutationInput
{
    /// <summary>Which one, by its id.</summary>
    [GraphQL.Id]
    public required string ConsultationId { get; init; }

    /// <summary>Who says it; left out: without a name.</summary>
    public string? Name { get; init; }

    /// <summary>One for each question to the public, in the same order; each may be empty, but not all. No personal identity numbers.</summary>
    public required IReadOnlyList<string> Answers { get; init; }
}

/// <summary>That a comment came in.</summary>
/// <param name="ReceivedAt">When.</param>
internal sealed record CommentReceipt(DateTimeOffset ReceivedAt);

internal sealed class CommentConsultation(FondDb db, Clock clock) : IHandler<CommentConsultationInput, CommentReceipt>
{
    public async Task<CommentReceipt> Handle(CommentConsultationInput input, CancellationToken ct)
    {
        var consultation = await db.OpenConsultations(clock.Today).SingleOrDefaultAsync(c => c.Id == GlobalId.KeyOf<Consultation>(input.ConsultationId), ct)
            ?? throw new RefusedException(new NotFound(nameof(Consultation)) { Path = ["consultationId"] });
        var comment = new PublicComment(consultation, new(input.Name, input.Answers), clock.Now, clock.Today);
        db.Add(comment);
        return new(comment.ReceivedAt);
    }
}
