using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Governance.Recusals;

internal sealed class RecusalMapping : IEntityTypeConfiguration<Recusal>
{
    public void Configure(EntityTypeBuilder<Recusal> builder)
    {
        builder.ToTable("Recusals");
        builder.IsAggregate();
        builder.PointsTo<Recusal, Application>(r => r.ApplicationId);
        builder.PointsTo<Recusal, Person>(r => r.PersonId);
        builder.PointsTo<Recusal, Person>(r => r.DeclaredById);
        builder.HasIndex(r => new { r.ApplicationId, r.PersonId }).IsUnique();
    }
}
