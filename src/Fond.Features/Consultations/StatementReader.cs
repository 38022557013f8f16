using Fond.Domain.Consultations;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>Which statements the caller may read of a consultation that they may see. Where the caller sits is asked once a request.</summary>
internal sealed class StatementReader(FondDb db, ActorContext context, Clock clock)
{
    private IReadOnlySet<long>? _seats;

    public async Task<bool> ReadsAsync(Consultation consultation, ReferralRequest request, CancellationToken ct) => consultation.Shows(request, await SeatsAsync(ct));

    public async Task<bool> ReadsAllAsync(Consultation consultation, CancellationToken ct) => consultation.ShowsAll(await SeatsAsync(ct));

    private async Task<IReadOnlySet<long>> SeatsAsync(CancellationToken ct) => _seats ??= (await db.SeatsOf(context.Actor, clock.Today).Distinct().ToListAsync(ct)).ToHashSet();
}
