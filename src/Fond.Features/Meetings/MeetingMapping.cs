using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Meetings;

internal sealed class MeetingMapping :
    IEntityTypeConfiguration<Meeting>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Attendance>, IEntityTypeConfiguration<ParagraphSeries>,
    IEntityTypeConfiguration<Minutes>, IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("Meetings");
        builder.IsAggregate();
        builder.HasParts(m => m.Items);
        builder.HasParts(m => m.Attendance);
        builder.Property(m => m.Place).HasMaxLength(200);
        builder.PointsTo<Meeting, Body>(m => m.BodyId);
        builder.PointsTo<Meeting, Person>(m => m.PresidingId);
        builder.HasIndex(m => m.State);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems");
        builder.Property(i => i.Title).HasMaxLength(300);
        builder.Property(i => i.AttachmentIds).IsJson();
        builder.Property(i => i.DocumentIds).IsJson();
        builder.Property(i => i.Recusals).IsJson();
        builder.Property(i => i.Proposals).IsJson();
        builder.Property(i => i.Votes).IsJson();
        builder.Property(i => i.Dissents).IsJson();
        builder.Property(i => i.Notes).IsJson();
        builder.Property(i => i.PresentIds).IsJson();
        builder.PointsTo<AgendaItem, Application>(i => i.ApplicationId);
        builder.PointsTo<AgendaItem, Decision>(i => i.DecisionId);
        builder.PointsTo<AgendaItem, Body>(i => i.ReferredToId);
        builder.PointsTo<AgendaItem, Person>(i => i.PresidingId);
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendance");
        builder.PointsTo<Attendance, Person>(a => a.PersonId);
        builder.PointsTo<Attendance, Person>(a => a.ServesForId);
    }

    public void Configure(EntityTypeBuilder<ParagraphSeries> builder)
    {
        builder.ToTable("ParagraphSeries");
        builder.IsAggregate();
        builder.PointsTo<ParagraphSeries, Body>(s => s.BodyId);
        builder.HasIndex(s => new { s.BodyId, s.Year }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.ToTable("Minutes");
        builder.IsAggregate();
        builder.Property(m => m.ApproverIds).IsJson();
        builder.Property(m => m.Approvals).IsJson();
        builder.Property(m => m.Replacements).IsJson();
        builder.Property(m => m.Corrections).IsJson();
        builder.Property(m => m.Files).IsJson();
        builder.Property(m => m.Reviews).IsJson();
        builder.Ignore(m => m.Awaited);
        builder.HasOne<Meeting>().WithOne().HasForeignKey<Minutes>(m => m.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.PointsTo<Minutes, Body>(m => m.BodyId);
        builder.HasIndex(m => new { m.State, m.Id });
    }

    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("Measures");
        builder.IsAggregate();
        builder.Property(m => m.Text).HasMaxLength(Measure.LongestText);
        builder.Property(m => m.Report).HasMaxLength(Measure.LongestText);
        builder.Property(m => m.Order).IsJson();
        builder.PointsTo<Measure, Body>(m => m.BodyId);
        builder.PointsTo<Measure, Meeting>(m => m.MeetingId);
        builder.PointsTo<Measure, Application>(m => m.ApplicationId);
        builder.PointsTo<Measure, Person>(m => m.ResponsibleId);
        builder.HasIndex(m => new { m.DoneOn, m.DueOn });
    }
}
