using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Impact.MoneyBack;

internal sealed class MoneyMapping : IEntityTypeConfiguration<PriceLine>, IEntityTypeConfiguration<PriceIndexLevel>, IEntityTypeConfiguration<SavingsCase>
{
    public void Configure(EntityTypeBuilder<PriceLine> builder)
    {
        builder.ToTable("PriceLines");
        builder.IsAggregate();
        builder.PointsTo<PriceLine, Fund>(l => l.FundId);
        builder.Property(l => l.Code).HasMaxLength(PriceTerms.LongestCode);
        builder.Property(l => l.Name).IsJson();
        builder.Property(l => l.Source).HasMaxLength(PriceTerms.LongestText);
        builder.Ignore(l => l.AsUnitCost);
        builder.HasIndex(l => new { l.FundId, l.Code, l.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PriceIndexLevel> builder)
    {
        builder.ToTable("PriceIndexLevels");
        builder.IsAggregate();
        builder.PointsTo<PriceIndexLevel, Fund>(l => l.FundId);
        builder.Property(l => l.Level).HasPrecision(PriceIndexLevel.Precision, PriceIndexLevel.Decimals);
        builder.Property(l => l.Source).HasMaxLength(PriceTerms.LongestText);
        builder.HasIndex(l => new { l.FundId, l.Year, l.Revision }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<SavingsCase> builder)
    {
        builder.ToTable("SavingsCases");
        builder.Ignore(c => c.Reckoning);
        builder.IsAggregate();
        builder.PointsTo<SavingsCase, Project>(c => c.ProjectId);
        builder.PointsTo<SavingsCase, Person>(c => c.StatedById);
        builder.Property(c => c.Note).HasMaxLength(PriceTerms.LongestText);
        builder.Property(c => c.Savings).IsJson();
        builder.Property(c => c.UnitCosts).IsJson();
        builder.Property(c => c.IndexLevels).IsJson();
        builder.Property(c => c.Costs).IsJson();
        builder.HasIndex(c => new { c.ProjectId, c.Number }).IsUnique();
    }
}
