using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Decisions;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>, IEntityTypeConfiguration<DecisionMemo>, IEntityTypeConfiguration<Dispatch>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("Decisions");
        builder.IsAggregate();
        builder.Property(d => d.Amounts).IsJson();
        builder.Property(d => d.Conditions).IsJson();
        builder.Property(d => d.PresentPersonIds).IsJson();
        builder.Property(d => d.Delegation).IsJson();
        builder.PointsTo<Decision, Application>(d => d.ApplicationId);
        builder.PointsTo<Decision, Fund>(d => d.FundId);
        builder.PointsTo<Decision, Body>(d => d.BodyId);
        builder.PointsTo<Decision, Person>(d => d.RecordedById);
        builder.HasIndex(d => new { d.Outcome, d.Id });
    }

    public void Configure(EntityTypeBuilder<DecisionMemo> builder)
    {
        builder.ToTable("DecisionMemos");
        builder.IsAggregate();
        builder.Property(m => m.Text).IsJson();
        builder.Property(m => m.File).IsJson();
        builder.PointsTo<DecisionMemo, Application>(m => m.ApplicationId);
        builder.PointsTo<DecisionMemo, Person>(m => m.WrittenById);
    }

    public void Configure(EntityTypeBuilder<Dispatch> builder)
    {
        builder.ToTable("Dispatches");
        builder.IsAggregate();
        builder.Property(d => d.Recipients).IsJson();
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.PointsTo<Dispatch, Decision>(d => d.DecisionId);
        builder.PointsTo<Dispatch, Application>(d => d.ApplicationId);
        builder.PointsTo<Dispatch, Person>(d => d.SentById);
    }
}
