using System.Linq.Expressions;
using Fond.Domain.Consultations;
using Fond.Features.Applications;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

internal sealed class StatementFileType : NodeType<StatementFile>
{
    public StatementFileType() : base("A file of a body's statement; fetch it at its path.")
    {
        Value("fileName", "Its name, made safe.", f => f.FileName).NotedInConsultation<StatementFile>(f => f.ConsultationId);
        Value("contentType", "By content, whatever the name says.", f => f.ContentType);
        Value("size", "Bytes.", f => f.Size);
        Value("sha256", "Checksum.", f => f.Sha256);
        Value("uploadedAt", "When.", f => f.UploadedAt);
        Value("path", "Where GET gives the bytes, with the same sign-in.", f => "/statement-files/" + GlobalId.Of<StatementFile>(f.Id));
    }
}

/// <summary>One's own body's at once; others' with their statement, when one may read that.</summary>
internal sealed class StatementFileVisibility(Clock clock, IVisible<Consultation> consultations) : IVisible<StatementFile>
{
    public Expression<Func<StatementFile, bool>> To(Actor actor, FondDb db)
    {
        var seats = db.SeatsOf(actor, clock.Today);
        var own = db.Set<ReferralRequest>().Where(r => seats.Contains(r.BodyId));
        var silent = own.Where(r => r.Statement == null).Owners(typeof(Consultation));
        var given = db.Set<ReferralRequest>().Where(r => r.Statement != null);
        var visible = db.Set<Consultation>().IgnoreAutoIncludes().Where(consultations.To(actor, db));
        return file => visible.Any(c => c.Id == file.ConsultationId && (own.Any(r => r.Id == file.ReferralRequestId)
            || (given.Any(r => r.Id == file.ReferralRequestId) && (c.State == ConsultationState.Closed || !silent.Contains(c.Id)))));
    }
}
