using System.Linq.Expressions;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Releases;

namespace Fond.Features.Registry.Matters;

internal sealed class MatterReleaseRequestType : DocumentReleaseType<MatterReleaseRequest, MatterDocument>
{
    public MatterReleaseRequestType() : base("Somebody's request for a document of a matter, and what its test came to.", "/matter-releases/")
    {
        foreach (var told in Telling) told.NotedInMatter<MatterReleaseRequest>(r => r.MatterId);
        One<MatterDocument>("document", "What is asked for.", r => r.DocumentId);
    }
}

/// <summary>For those who keep and audit the registry of the matter's fund.</summary>
internal sealed class MatterReleaseVisibility : IVisible<MatterReleaseRequest>
{
    public Expression<Func<MatterReleaseRequest, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(ReleaseRequestType.Keepers);
        if (all) return r => true;
        var matters = db.Set<Matter>().Where(m => funds.Contains(m.FundId));
        return r => matters.Any(m => m.Id == r.MatterId);
    }
}
