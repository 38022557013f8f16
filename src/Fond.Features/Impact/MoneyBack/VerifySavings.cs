using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.Mutations;
using Fond.Features.Projects;

namespace Fond.Features.Impact.MoneyBack;

internal sealed record VerifySavingsInput : SavingsInput;

internal sealed class VerifySavings(ProjectDesk desk, SavingsDesk savings) : IHandler<VerifySavingsInput, SavingsCase>
{
    public async Task<SavingsCase> Handle(VerifySavingsInput input, CancellationToken ct) =>
        await savings.StateAsync(await desk.EvaluatedAsync(input, ct), SavingsBasis.Verified, input, ct);
}
