using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Registry;
using Fond.Domain.Workflows;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.Http;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Registry.Archive;

/// <summary>A closed case as an information package: <c>GET /applications/{id}/archive</c>, of a matter <c>GET /matters/{id}/archive</c>.</summary>
internal static class ArchiveEndpoint
{
    public static void MapArchive(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/applications/{id}/archive", OfApplicationAsync).WithMetadata(new Untimed());
        routes.MapGet("/matters/{id}/archive", OfMatterAsync).WithMetadata(new Untimed());
    }

    private static Task<IResult> OfApplicationAsync(string id, Finder finder, FondDb db, ActorContext caller, ArchiveReader reader, ArchivePacking packing, FileTransfer files, SecretReadings readings, CancellationToken ct) => files.AnswerAsync(async () =>
    {
        var application = await finder.FindAsync<Application>(id, ct, "id");
        caller.Actor.DemandOffice(application, Role.CaseOfficer, Role.BoardRegistrar);
        Refuse.When(application.CaseNumber is null || !application.IsOver, new ArchiveCaseOpen());
        Refuse.When(await db.Set<Consultation>().AnyAsync(c => c.ApplicationId == application.Id && c.State == ConsultationState.Sent, ct), new ArchiveConsultationOut());
        var archived = await reader.ReadAsync(application, ct);
        readings.Note(application, application.Secrecy);
        readings.NoteFields(application, application, ApplicationFields.All);
        return await packing.SendAsync(archived, ct);
    });

    private static Task<IResult> OfMatterAsync(string id, Finder finder, ActorContext caller, ArchiveReader reader, ArchivePacking packing, FileTransfer files, SecretReadings readings, CancellationToken ct) => files.AnswerAsync(async () =>
    {
        var matter = await finder.FindAsync<Matter>(id, ct, "id");
        caller.Actor.Demand(matter.FundId, Role.CaseOfficer, Role.BoardRegistrar);
        Refuse.When(matter.ClosedOn is null, new ArchiveCaseOpen());
        var archived = await reader.ReadAsync(matter, ct);
        readings.Note(matter, matter.Secrecy);
        return await packing.SendAsync(archived, ct);
    });
}

public sealed record ArchiveCaseOpen() : Refusal("ARCHIVE_CASE_OPEN", new(
    "Ärendet är inte avslutat och kan inte lämnas till arkivet.", "The case has not ended and cannot be handed to the archive."));

public sealed record ArchiveConsultationOut() : Refusal("ARCHIVE_CONSULTATION_OUT", new(
    "En remiss i ärendet pågår. Avsluta eller återkalla den först, så att svaren följer med till arkivet.", "A consultation in the case is out. Close or withdraw it first, so that what was answered goes to the archive too."));
