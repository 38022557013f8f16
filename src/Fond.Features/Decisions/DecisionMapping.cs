using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Decisions;

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
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
}
