using Fond.Domain.Access;
using Fond.Domain.Impact.Qualitative;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Impact.Qualitative;

internal sealed class QualitativeMapping : IEntityTypeConfiguration<Observation>, IEntityTypeConfiguration<ChangeStory>, IEntityTypeConfiguration<AttainmentJudgement>, IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        IsRecord(builder, "Observations");
        builder.Property(o => o.Place).HasMaxLength(QualitativeRecord.LongestName);
        builder.Property(o => o.By).HasMaxLength(QualitativeRecord.LongestName);
        builder.Property(o => o.Themes).IsJson();
    }

    public void Configure(EntityTypeBuilder<ChangeStory> builder)
    {
        IsRecord(builder, "ChangeStories");
        builder.Property(s => s.Domain).HasMaxLength(QualitativeRecord.LongestName);
        builder.Property(s => s.ToldBy).HasMaxLength(QualitativeRecord.LongestName);
        builder.Property(s => s.ChosenBy).HasMaxLength(QualitativeRecord.LongestName);
    }

    public void Configure(EntityTypeBuilder<AttainmentJudgement> builder)
    {
        IsRecord(builder, "AttainmentJudgements");
        builder.Ignore(j => j.Level);
        builder.Property(j => j.Wave).HasMaxLength(50);
        builder.Property(j => j.Indicator).HasMaxLength(50);
        builder.Property(j => j.Goal).HasMaxLength(100);
        builder.Property(j => j.Outcome).HasMaxLength(50);
    }

    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("EvidenceFiles");
        builder.PointsTo<EvidenceFile, Project>(f => f.ProjectId);
        builder.PointsTo<EvidenceFile, Person>(f => f.UploadedById);
        builder.Property(f => f.FileName).HasMaxLength(Domain.Applications.UploadedFile.LongestName);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => f.Sha256); // whether bytes are kept
    }

    private static void IsRecord<T>(EntityTypeBuilder<T> builder, string table) where T : QualitativeRecord
    {
        builder.ToTable(table);
        builder.PointsTo<T, Project>(r => r.ProjectId);
        builder.PointsTo<T, Person>(r => r.RecordedById);
        builder.Property(r => r.CorrectionReason).HasMaxLength(QualitativeRecord.LongestName);
        builder.HasIndex(r => new { r.ProjectId, r.Number, r.Revision }).IsUnique();
    }
}
