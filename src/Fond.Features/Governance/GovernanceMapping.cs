using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Governance;

internal sealed class GovernanceMapping : IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("Bodies");
        builder.IsAggregate();
        builder.HasParts(b => b.Members);
        builder.Property(b => b.Name).HasMaxLength(200);
        builder.Property(b => b.Municipality).HasMaxLength(100);
        builder.PointsTo<Body, Body>(b => b.ParentId);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.Property(m => m.Function).HasMaxLength(200);
        builder.PointsTo<Membership, Person>(m => m.PersonId);
    }
}
