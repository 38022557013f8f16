using Fond.Domain.Programmes;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Programmes;

internal sealed class ProgrammeMapping : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<PriorityArea>, IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("Programmes");
        builder.IsAggregate();
        builder.HasParts(p => p.Areas);
        builder.Property(p => p.Code).HasMaxLength(100);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.Property(p => p.Municipality).HasMaxLength(100);
        builder.Property(p => p.Title).HasMaxLength(300);
        builder.Property(p => p.TargetGroups).IsJson();
        builder.Property(p => p.Arenas).IsJson();
        builder.Property(p => p.Principles).IsJson();
        builder.Property(p => p.SteeringDocuments).IsJson();
    }

    public void Configure(EntityTypeBuilder<PriorityArea> builder)
    {
        builder.ToTable("PriorityAreas");
        builder.Property(a => a.Name).HasMaxLength(300);
        builder.HasMany(a => a.Goals).WithOne().HasForeignKey("PriorityAreaId").IsRequired().OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Goals).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Goal> builder)
    {
        builder.ToTable("Goals");
        builder.Property(g => g.Code).HasMaxLength(100);
        builder.Property(g => g.Title).HasMaxLength(500);
        builder.HasIndex(g => g.Code).IsUnique();
    }
}
