using Fond.Domain.Access;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Mutations;
using Fond.Features.Projects;

namespace Fond.Features.Impact.MoneyBack;

internal sealed record ProposeSavingsInput : SavingsInput;

internal sealed class ProposeSavings(ProjectDesk desk, SavingsDesk savings) : IHandler<ProposeSavingsInput, SavingsCase>
{
    public async Task<SavingsCase> Handle(ProposeSavingsInput input, CancellationToken ct) =>
        await savings.StateAsync(await desk.LedOrHandledAsync(input, ct, Role.CaseOfficer), SavingsBasis.Expected, input, ct);
}
