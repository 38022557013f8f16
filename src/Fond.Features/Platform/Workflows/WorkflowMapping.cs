using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Platform.Workflows;

internal sealed class WorkflowMapping :
    IEntityTypeConfiguration<WorkflowVersion>, IEntityTypeConfiguration<WorkflowInstance>, IEntityTypeConfiguration<WorkflowStep>,
    IEntityTypeConfiguration<WorkflowTimer>, IEntityTypeConfiguration<WorkItem>, IEntityTypeConfiguration<Incident>, IEntityTypeConfiguration<Alarm>,
    IEntityTypeConfiguration<Notification>, IEntityTypeConfiguration<OutboxMessage>
{
    private const int NameLength = 100;

    public void Configure(EntityTypeBuilder<WorkflowVersion> builder)
    {
        builder.ToTable("WorkflowVersions");
        builder.Property(v => v.Name).HasMaxLength(NameLength);
        builder.Property(v => v.Hash).HasMaxLength(64);
        builder.HasIndex(v => new { v.Name, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WorkflowInstance> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.IsAggregate();
        builder.HasParts(i => i.Steps);
        builder.Property(i => i.Workflow).HasMaxLength(NameLength);
        builder.Property(i => i.State).HasMaxLength(NameLength);
        builder.PointsTo<WorkflowInstance, WorkflowVersion>(i => i.WorkflowVersionId);
        builder.PointsTo<WorkflowInstance, Domain.Applications.Application>(i => i.ApplicationId);
        builder.HasIndex(i => new { i.ApplicationId, i.Workflow }).IsUnique();
        builder.HasIndex(i => new { i.Workflow, i.Phase, i.ApplicationId });
    }

    public void Configure(EntityTypeBuilder<WorkflowStep> builder)
    {
        builder.ToTable("WorkflowSteps");
        builder.Property(s => s.From).HasMaxLength(NameLength);
        builder.Property(s => s.To).HasMaxLength(NameLength);
        builder.Property(s => s.Trigger).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<WorkflowTimer> builder)
    {
        builder.ToTable("WorkflowTimers");
        builder.IsAggregate();
        builder.Property(t => t.State).HasMaxLength(NameLength);
        builder.Property(t => t.Name).HasMaxLength(NameLength);
        builder.Property(t => t.Trigger).HasMaxLength(NameLength);
        builder.Property(t => t.Title).IsJson();
        builder.PointsTo<WorkflowTimer, WorkflowInstance>(t => t.InstanceId);
        builder.HasIndex(t => t.NextAttemptAt);
    }

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.IsAggregate();
        builder.Property(i => i.Title).IsJson();
        builder.PointsTo<WorkItem, WorkflowInstance>(i => i.InstanceId);
        builder.PointsTo<WorkItem, Domain.Applications.Application>(i => i.ApplicationId);
        builder.HasIndex(i => new { i.DoneAt, i.Id });
        builder.HasIndex(i => new { i.Role, i.DoneAt, i.Id });
    }

    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("Alarms");
        builder.IsAggregate();
        builder.Property(a => a.Kind).HasMaxLength(NameLength);
        builder.HasIndex(a => new { a.Kind, a.SubjectId }).IsUnique();
        builder.HasIndex(a => a.NextAttemptAt);
    }

    public void Configure(EntityTypeBuilder<Incident> builder)
    {
        builder.ToTable("Incidents");
        builder.IsAggregate();
        builder.HasIndex(i => i.RetriedAt);
    }

    public void Configure(EntityTypeBuilder<Notification> builder)
    {
        builder.ToTable("Notifications");
        builder.IsAggregate();
        builder.Property(n => n.Key).HasMaxLength(200);
        builder.Property(n => n.Subject).IsJson();
        builder.Property(n => n.Body).IsJson();
        builder.PointsTo<Notification, Domain.Access.Person>(n => n.PersonId);
        builder.HasIndex(n => new { n.PersonId, n.Key }).IsUnique();
        builder.HasIndex(n => new { n.PersonId, n.Id });
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("OutboxMessages");
        builder.IsAggregate();
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.Property(m => m.Address).HasMaxLength(320);
        builder.Property(m => m.Link).IsJson();
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.NextAttemptAt);
    }
}
