using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Impact;
using Fond.Domain.KeyFigures;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.KeyFigures;

internal sealed class KeyFigureMapping : IEntityTypeConfiguration<KeyFigure>, IEntityTypeConfiguration<KeyFigureArea>, IEntityTypeConfiguration<KeyFigureLoad>, IEntityTypeConfiguration<KeyFigureValue>,
    IEntityTypeConfiguration<ProjectKeyFigure>
{
    public void Configure(EntityTypeBuilder<KeyFigure> builder)
    {
        builder.ToTable("KeyFigures");
        builder.IsAggregate();
        builder.PointsTo<KeyFigure, Fund>(f => f.FundId);
        builder.Property(f => f.Code).HasMaxLength(KeyFigure.LongestCode);
        builder.Property(f => f.Unit).HasMaxLength(KeyFigure.LongestUnit);
        builder.Property(f => f.Name).IsJson();
        builder.Property(f => f.Definition).HasMaxLength(KeyFigureTerms.LongestText);
        builder.Property(f => f.Source).HasMaxLength(KeyFigureTerms.LongestName);
        builder.Property(f => f.Attribution).HasMaxLength(KeyFigureTerms.LongestName);
        builder.Property(f => f.Url).HasMaxLength(KeyFigureTerms.LongestUrl);
        builder.Property(f => f.Owner).HasMaxLength(KeyFigureTerms.LongestName);
        builder.Property(f => f.Decisions).IsJson();
        builder.Property(f => f.KoladaKpi).HasMaxLength(KoladaIds.Longest);
        builder.HasIndex(f => f.NextFetchAt);
        builder.HasIndex(f => new { f.FundId, f.Code }).IsUnique();
        builder.HasIndex(f => f.Code);
        builder.HasIndex(f => new { f.FundId, f.IsFollowed, f.Id });
        builder.HasIndex(f => new { f.IsFollowed, f.Id });
    }

    public void Configure(EntityTypeBuilder<KeyFigureArea> builder)
    {
        builder.ToTable("KeyFigureAreas");
        builder.IsAggregate();
        builder.PointsTo<KeyFigureArea, Fund>(a => a.FundId);
        builder.Property(a => a.Code).HasMaxLength(KeyFigureArea.LongestCode);
        builder.Property(a => a.Name).HasMaxLength(KeyFigureArea.LongestName);
        builder.Property(a => a.KoladaId).HasMaxLength(KoladaIds.Longest);
        builder.HasIndex(a => new { a.FundId, a.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<KeyFigureLoad> builder)
    {
        builder.ToTable("KeyFigureLoads");
        builder.IsAggregate();
        builder.PointsTo<KeyFigureLoad, KeyFigure>(l => l.KeyFigureId);
        builder.PointsTo<KeyFigureLoad, Person>(l => l.ById);
        builder.Property(l => l.Sha256).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<KeyFigureValue> builder)
    {
        builder.ToTable("KeyFigureValues");
        builder.PointsTo<KeyFigureValue, KeyFigure>(v => v.KeyFigureId);
        builder.PointsTo<KeyFigureValue, KeyFigureArea>(v => v.AreaId);
        builder.PointsTo<KeyFigureValue, KeyFigureLoad>(v => v.LoadId);
        builder.Property(v => v.Value).HasPrecision(18, Measured.Decimals);
        builder.HasIndex(v => new { v.KeyFigureId, v.AreaId, v.Year, v.Gender, v.Revision }).IsUnique();
        builder.HasIndex(v => new { v.KeyFigureId, v.IsCurrent, v.Year });
    }

    public void Configure(EntityTypeBuilder<ProjectKeyFigure> builder)
    {
        builder.ToTable("ProjectKeyFigures");
        builder.IsAggregate();
        builder.PointsTo<ProjectKeyFigure, Project>(n => n.ProjectId);
        builder.PointsTo<ProjectKeyFigure, KeyFigure>(n => n.KeyFigureId);
        builder.PointsTo<ProjectKeyFigure, KeyFigureArea>(n => n.AreaId);
        builder.PointsTo<ProjectKeyFigure, Person>(n => n.NamedById);
        builder.Property(n => n.Reason).HasMaxLength(ProjectKeyFigure.LongestReason);
    }
}
