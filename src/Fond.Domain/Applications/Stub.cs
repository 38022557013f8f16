using Fond.Domain.Common; using Fond.Domain.Workflows;
namespace Fond.Domain.Applications { public sealed class Application : Aggregate { public long FundId { get; private set; } public Phase Phase { get; private set; } public void EnterPhase(Phase p) => Phase = p; } }
namespace Fond.Domain.Funds { public sealed class Fund : Aggregate { } }
