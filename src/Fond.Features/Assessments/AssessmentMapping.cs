using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Funds;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Assessments;

internal sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>, IEntityTypeConfiguration<Score>, IEntityTypeConfiguration<JointProposal>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.ToTable("Assessments");
        builder.IsAggregate();
        builder.HasParts(a => a.Scores);
        builder.Property(a => a.WeightedScore).HasPrecision(9, 4);
        builder.PointsTo<Assessment, Application>(a => a.ApplicationId);
        builder.PointsTo<Assessment, Person>(a => a.AssessorId);
        builder.HasIndex(a => new { a.ApplicationId, a.AssessorId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Score> builder)
    {
        builder.ToTable("Scores");
        builder.PointsTo<Score, Criterion>(s => s.CriterionId);
    }

    public void Configure(EntityTypeBuilder<JointProposal> builder)
    {
        builder.ToTable("JointProposals");
        builder.IsAggregate();
        builder.Property(p => p.Amounts).IsJson();
        builder.PointsTo<JointProposal, Application>(p => p.ApplicationId);
        builder.PointsTo<JointProposal, Person>(p => p.ProposedById);
    }
}
