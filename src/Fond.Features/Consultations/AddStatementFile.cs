using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>What an upload carries; it comes over plain HTTP, not through the schema.</summary>
internal sealed record AddStatementFileInput : MutationInput
{
    public required string ConsultationId { get; init; }

    public required string BodyId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }
}

internal sealed class AddStatementFile(Finder finder, ReferralSeats seats, StatementFiles files) : IHandler<AddStatementFileInput, StatementFile>
{
    public async Task<StatementFile> Handle(AddStatementFileInput input, CancellationToken ct)
    {
        var consultation = await finder.FindAsync<Consultation>(input.ConsultationId, ct, "consultationId");
        var body = await seats.DemandAsync(consultation, input.BodyId, ct);
        return await files.AddAsync(consultation, body.Id, new(input.FileName, input.Content), ct);
    }
}

/// <param name="Name">As it was sent.</param>
internal sealed record SentFile(string Name, byte[] Content);

/// <summary>Takes files of statements in, whichever way they came.</summary>
internal sealed class StatementFiles(FondDb db, Clock clock)
{
    public async Task<StatementFile> AddAsync(Consultation consultation, long bodyId, SentFile sent, CancellationToken ct)
    {
        var request = consultation.Open(bodyId);
        var already = await db.Set<StatementFile>().CountAsync(f => f.ReferralRequestId == request.Id, ct) + db.Set<StatementFile>().Local.Count(f => f.Id == 0);
        var file = new StatementFile(consultation, bodyId, already, UploadedFile.Of(sent.Name, sent.Content, await db.KeepAsync(sent.Content, ct)), clock.Now);
        db.Add(file);
        return file;
    }
}
