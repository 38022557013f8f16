using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Funds;

internal sealed class FundMapping :
    IEntityTypeConfiguration<Fund>, IEntityTypeConfiguration<FundRules>, IEntityTypeConfiguration<Call>, IEntityTypeConfiguration<Criterion>,
    IEntityTypeConfiguration<LedgerTransaction>, IEntityTypeConfiguration<Posting>, IEntityTypeConfiguration<ApplicationBalance>, IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<Fund> builder)
    {
        builder.ToTable("Funds", table => table.HasCheckConstraint("CK_Funds_Available", "\"Available\" >= 0"));
        builder.IsAggregate();
        builder.HasParts(f => f.Rules);
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.HasIndex(f => f.Name).IsUnique();
        builder.Property(f => f.Municipality).HasMaxLength(100);
        builder.Property(f => f.Series).HasMaxLength(20);
        builder.Property(f => f.NumberPattern).HasMaxLength(60);
        builder.PointsTo<Fund, Body>(f => f.DecidingBodyId);
        builder.PointsTo<Fund, Body>(f => f.BoardBodyId);
    }

    public void Configure(EntityTypeBuilder<FundRules> builder)
    {
        builder.ToTable("FundRules");
        builder.Property(r => r.Limits).IsJson();
        builder.Ignore(r => r.Validity);
    }

    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.ToTable("Calls");
        builder.IsAggregate();
        builder.HasParts(c => c.Criteria);
        builder.Property(c => c.Title).HasMaxLength(200);
        builder.Property(c => c.Workflow).HasMaxLength(100);
        builder.PointsTo<Call, Fund>(c => c.FundId);
        builder.Ignore(c => c.RulesDay);
        builder.Ignore(c => c.LastDay);
    }

    public void Configure(EntityTypeBuilder<Criterion> builder)
    {
        builder.ToTable("Criteria");
        builder.Property(c => c.Code).HasMaxLength(100);
        builder.Property(c => c.Name).IsJson();
    }

    public void Configure(EntityTypeBuilder<LedgerTransaction> builder)
    {
        builder.ToTable("LedgerTransactions");
        builder.IsAggregate();
        builder.HasParts(t => t.Postings);
        builder.PointsTo<LedgerTransaction, Fund>(t => t.FundId);
        builder.PointsTo<LedgerTransaction, Application>(t => t.ApplicationId);
        builder.HasIndex(t => new { t.Kind, t.Id });
        builder.HasIndex(t => new { t.FundId, t.Kind, t.Id });
    }

    public void Configure(EntityTypeBuilder<Posting> builder) => builder.ToTable("Postings");

    public void Configure(EntityTypeBuilder<ApplicationBalance> builder)
    {
        builder.ToTable("ApplicationBalances", table => table.HasCheckConstraint("CK_ApplicationBalances_Buckets", "\"Reserved\" >= 0 AND \"Granted\" >= 0 AND \"Disbursed\" >= 0"));
        builder.IsAggregate();
        builder.PointsTo<ApplicationBalance, Fund>(b => b.FundId);
        builder.HasOne<Application>().WithOne().HasForeignKey<ApplicationBalance>(b => b.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NumberSeries> builder)
    {
        builder.ToTable("NumberSeries");
        builder.IsAggregate();
        builder.Property(s => s.Municipality).HasMaxLength(100);
        builder.Property(s => s.Series).HasMaxLength(20);
        builder.HasIndex(s => new { s.Municipality, s.Series, s.Year }).IsUnique();
    }
}
