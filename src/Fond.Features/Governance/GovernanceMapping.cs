using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Governance;

internal sealed class GovernanceMapping : IEntityTypeConfiguration<Body>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("Bodies");
        builder.IsAggregate();
        builder.HasParts(b => b.Members);
        builder.HasParts(b => b.Delegations);
        builder.Property(b => b.Name).HasMaxLength(200);
        builder.Property(b => b.Municipality).HasMaxLength(100);
        builder.Property(b => b.CatchmentArea).HasMaxLength(200);
        builder.Ignore(b => b.PreparesFor);
        builder.Property(b => b.AlsoPreparesFor).IsJson();
        builder.PointsTo<Body, Body>(b => b.ParentId);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships");
        builder.Property(m => m.Function).HasMaxLength(200);
        builder.Property(m => m.Represents).HasMaxLength(200);
        builder.PointsTo<Membership, Person>(m => m.PersonId);
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.Property(d => d.DecidedBy).HasMaxLength(200);
        builder.Property(d => d.Paragraph).HasMaxLength(60);
    }
}
