using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Projects;

internal sealed class ProjectMapping : IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<ProjectMilestone>, IEntityTypeConfiguration<Disbursement>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("Projects");
        builder.IsAggregate();
        builder.HasParts(p => p.Milestones);
        builder.HasParts(p => p.Disbursements);
        builder.Property(p => p.Granted).IsJson();
        builder.Property(p => p.Conditions).IsJson();
        builder.Property(p => p.FinalReport).IsJson();
        builder.Property(p => p.LateBaseline).IsJson();
        builder.Property(p => p.Title).HasMaxLength(Application.LongestTitle);
        builder.Property(p => p.Organisation).HasMaxLength(200);
        builder.Ignore(p => p.TotalGranted);
        builder.Ignore(p => p.TotalPaid);
        builder.HasOne<Application>().WithOne().HasForeignKey<Project>(p => p.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.PointsTo<Project, Fund>(p => p.FundId);
        builder.PointsTo<Project, Person>(p => p.LeadId);
        builder.PointsTo<Project, Person>(p => p.EvaluatorId);
        builder.HasIndex(p => new { p.ClosedOn, p.Id });
        builder.HasIndex(p => new { p.Future, p.ApplicationId });
    }

    public void Configure(EntityTypeBuilder<ProjectMilestone> builder) => builder.ToTable("ProjectMilestones");

    public void Configure(EntityTypeBuilder<Disbursement> builder)
    {
        builder.ToTable("Disbursements");
        builder.Ignore(d => d.TakesOfGrant);
    }
}
