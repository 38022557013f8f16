using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Imports;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Impact.Imports;

internal sealed class ImportMapping : IEntityTypeConfiguration<MeasurementImport>, IEntityTypeConfiguration<ImportPiece>, IEntityTypeConfiguration<FurtherFaults>
{
    public void Configure(EntityTypeBuilder<MeasurementImport> builder)
    {
        builder.ToTable("MeasurementImports");
        builder.IsAggregate();
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.Property(i => i.Faults).IsJson();
        builder.Property(i => i.Warnings).IsJson();
        builder.PointsTo<MeasurementImport, Project>(i => i.ProjectId);
        builder.PointsTo<MeasurementImport, Person>(i => i.LoggedById);
        builder.PointsTo<MeasurementImport, MeasurementBatch>(i => i.BatchId);
        builder.HasIndex(i => i.NextAttemptAt);
    }

    public void Configure(EntityTypeBuilder<ImportPiece> builder)
    {
        builder.ToTable("ImportPieces");
        builder.HasOne<MeasurementImport>().WithMany().HasForeignKey(p => p.ImportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(p => new { p.ImportId, p.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FurtherFaults> builder)
    {
        builder.ToTable("ImportFaults");
        builder.Property(f => f.Faults).IsJson();
        builder.HasOne<MeasurementImport>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => new { f.ImportId, f.Number }).IsUnique();
    }
}
