using System.Linq.Expressions;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

internal sealed class PublicCommentType : NodeType<PublicComment>
{
    public static readonly FieldAccess Readers = FieldAccess.For(ConsultationVisibility.Handlers);

    public PublicCommentType() : base("What somebody of the public has said in a consultation.", Readers)
    {
        Value("name", "Who says it; null: without a name.", c => c.Name, nullable: true).NotedInConsultation<PublicComment>(c => c.ConsultationId);
        Values("answers", "One for each question to the public, in the same order; may be empty.", c => c.Answers).NotedInConsultation<PublicComment>(c => c.ConsultationId);
        Value("receivedAt", "When it came in.", c => c.ReceivedAt);
        One<Consultation>("consultation", "In which consultation.", c => c.ConsultationId);
    }
}

/// <summary>Those who handle the matter.</summary>
internal sealed class PublicCommentVisibility(IVisible<Application> applications) : IVisible<PublicComment>
{
    public Expression<Func<PublicComment, bool>> To(Actor actor, FondDb db)
    {
        if (!actor.Has(ConsultationVisibility.Handlers)) return comment => false;
        var handled = db.Set<Consultation>().IgnoreAutoIncludes().Where(ConsultationVisibility.Handled(actor, db, applications, c => false));
        return comment => handled.Any(c => c.Id == comment.ConsultationId);
    }
}
