using Fond.Domain.Access;
using Fond.Domain.Impact;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Impact;

internal sealed class ImpactMapping :
    IEntityTypeConfiguration<MeasurementPlan>, IEntityTypeConfiguration<PlanVersion>, IEntityTypeConfiguration<PlanIndicator>, IEntityTypeConfiguration<PlanWave>,
    IEntityTypeConfiguration<MeasurementBatch>, IEntityTypeConfiguration<Measurement>, IEntityTypeConfiguration<MeasurementCorrection>, IEntityTypeConfiguration<MeasurementSum>,
    IEntityTypeConfiguration<LoggingClient>
{
    public void Configure(EntityTypeBuilder<MeasurementPlan> builder)
    {
        builder.ToTable("MeasurementPlans");
        builder.Ignore(p => p.Baseline).Ignore(p => p.FollowUps).Ignore(p => p.Measurable).Ignore(p => p.Content); // before the parts, or they count as navigations
        builder.IsAggregate();
        builder.HasParts(p => p.Indicators);
        builder.HasParts(p => p.Waves);
        builder.Property(p => p.LogicModel).IsJson();
        builder.Property(p => p.DesignNote).HasMaxLength(PlanVersion.LongestReason);
        builder.HasOne<Project>().WithOne().HasForeignKey<MeasurementPlan>(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.ToTable("PlanVersions");
        builder.Property(v => v.Content).IsJson();
        builder.Property(v => v.Reason).HasMaxLength(PlanVersion.LongestReason);
        builder.PointsTo<PlanVersion, MeasurementPlan>(v => v.PlanId);
        builder.PointsTo<PlanVersion, Person>(v => v.ById);
        builder.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlanIndicator> builder)
    {
        builder.ToTable("PlanIndicators");
        builder.Property(i => i.Code).HasMaxLength(50);
        builder.Property(i => i.Name).HasMaxLength(200);
        builder.Property(i => i.NameEn).HasMaxLength(200);
        builder.Ignore(i => i.NameIn);
        builder.Property(i => i.Unit).HasMaxLength(200);
        builder.Property(i => i.UnitEn).HasMaxLength(200);
        builder.Ignore(i => i.UnitIn);
        builder.Property(i => i.Instrument).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.SourceSystem).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.Owner).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.CatalogueCode).HasMaxLength(CatalogueIndicator.LongestCode);
        builder.Property(i => i.Series).IsJson();
        builder.PointsTo<PlanIndicator, CatalogueIndicator>(i => i.CatalogueId);
        IsMeasured(builder.Property(i => i.Baseline));
        IsMeasured(builder.Property(i => i.Target));
    }

    public void Configure(EntityTypeBuilder<PlanWave> builder)
    {
        builder.ToTable("PlanWaves");
        builder.Property(w => w.Code).HasMaxLength(50);
        builder.Property(w => w.Name).HasMaxLength(200);
        builder.Property(w => w.NameEn).HasMaxLength(200);
        builder.Ignore(w => w.NameIn);
    }

    public void Configure(EntityTypeBuilder<MeasurementBatch> builder)
    {
        builder.ToTable("MeasurementBatches");
        builder.IsAggregate();
        builder.Property(b => b.Sha256).HasMaxLength(64);
        builder.Property(b => b.Salt).HasMaxLength(64);
        builder.PointsTo<MeasurementBatch, MeasurementPlan>(b => b.PlanId);
        builder.PointsTo<MeasurementBatch, Person>(b => b.LoggedById);
    }

    public void Configure(EntityTypeBuilder<Measurement> builder)
    {
        builder.ToTable("Measurements");
        builder.Property(m => m.RowKey).HasMaxLength(RowRules.LongestKey);
        builder.Property(m => m.SubjectKey).HasMaxLength(RowRules.LongestKey);
        IsMeasured(builder.Property(m => m.Value));
        IsMeasured(builder.Property(m => m.Mean));
        IsMeasured(builder.Property(m => m.StandardDeviation));
        IsMeasured(builder.Property(m => m.Exposure));
        builder.Property(m => m.Subgroup).HasMaxLength(RowRules.LongestKey);
        builder.Property(m => m.SiteKey).HasMaxLength(RowRules.LongestKey);
        builder.PointsTo<Measurement, MeasurementBatch>(m => m.BatchId);
        builder.HasOne<PlanIndicator>().WithMany().HasForeignKey(m => m.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanWave>().WithMany().HasForeignKey(m => m.WaveId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.PlanId, m.RowKey, m.Revision }).IsUnique();
        builder.HasIndex(m => new { m.PlanId, m.SubjectKey, m.IndicatorId, m.WaveId });
        builder.HasIndex(m => new { m.IndicatorId, m.WaveId, m.Group, m.N }); // individuals have no N
        builder.HasIndex(m => new { m.IndicatorId, m.SiteKey }).HasFilter("\"SiteKey\" IS NOT NULL"); // most have none
    }

    public void Configure(EntityTypeBuilder<MeasurementCorrection> builder)
    {
        builder.ToTable("MeasurementCorrections");
        builder.PointsTo<MeasurementCorrection, MeasurementPlan>(c => c.PlanId);
        builder.HasOne<Measurement>().WithOne().HasForeignKey<MeasurementCorrection>(c => c.MeasurementId).OnDelete(DeleteBehavior.Restrict);
        builder.PointsTo<MeasurementCorrection, MeasurementBatch>(c => c.BatchId);
    }

    public void Configure(EntityTypeBuilder<MeasurementSum> builder)
    {
        builder.ToTable("MeasurementSums");
        builder.Property(s => s.Subgroup).HasMaxLength(RowRules.LongestKey);
        builder.Property(s => s.SiteKey).HasMaxLength(RowRules.LongestKey);
        builder.PointsTo<MeasurementSum, MeasurementPlan>(s => s.PlanId);
        builder.PointsTo<MeasurementSum, MeasurementBatch>(s => s.BatchId);
        builder.HasOne<PlanIndicator>().WithMany().HasForeignKey(s => s.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanWave>().WithMany().HasForeignKey(s => s.WaveId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LoggingClient> builder)
    {
        builder.ToTable("LoggingClients");
        builder.IsAggregate();
        builder.PointsTo<LoggingClient, Project>(c => c.ProjectId);
        builder.PointsTo<LoggingClient, Person>(c => c.PersonId);
        builder.PointsTo<LoggingClient, Person>(c => c.AdmittedById);
    }

    private static void IsMeasured(PropertyBuilder<decimal?> number) => number.HasPrecision(18, Measured.Decimals);
}
