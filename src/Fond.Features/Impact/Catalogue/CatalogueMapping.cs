using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Impact.Catalogue;

internal sealed class CatalogueMapping : IEntityTypeConfiguration<CatalogueIndicator>
{
    public void Configure(EntityTypeBuilder<CatalogueIndicator> builder)
    {
        builder.ToTable("CatalogueIndicators");
        builder.IsAggregate();
        builder.Ignore(i => i.NameIn);
        builder.PointsTo<CatalogueIndicator, Fund>(i => i.FundId);
        builder.PointsTo<CatalogueIndicator, Body>(i => i.BodyId);
        builder.PointsTo<CatalogueIndicator, Person>(i => i.ProposedById);
        builder.PointsTo<CatalogueIndicator, Person>(i => i.DecidedById);
        builder.Property(i => i.Code).HasMaxLength(CatalogueIndicator.LongestCode);
        builder.Property(i => i.Name).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.NameEn).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.Unit).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.UnitEn).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.Instrument).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.SourceSystem).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.Owner).HasMaxLength(IndicatorTerms.LongestName);
        builder.Property(i => i.Definition).HasMaxLength(IndicatorTerms.LongestDefinition);
        builder.Property(i => i.Paragraph).HasMaxLength(60);
        builder.HasIndex(i => new { i.FundId, i.Code, i.Number }).IsUnique();
    }
}
