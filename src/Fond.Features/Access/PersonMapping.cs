using Fond.Domain.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Access;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.IsAggregate();
        builder.HasParts(p => p.Roles);
        builder.HasIndex(p => p.Subject).IsUnique();
        builder.Property(p => p.Subject).HasMaxLength(200);
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.Organisation).HasMaxLength(200);
        builder.Property(p => p.Email).HasMaxLength(320);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("RoleGrants");
        builder.HasIndex(r => new { r.Role, r.FundId });
    }
}
