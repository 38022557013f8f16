using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Applications;

internal sealed class ApplicationMapping :
    IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<ApplicationGoal>, IEntityTypeConfiguration<ApplicationVersion>,
    IEntityTypeConfiguration<ApplicationCoAuthor>, IEntityTypeConfiguration<FieldMark>, IEntityTypeConfiguration<Endorsement>, IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<Application> builder)
    {
        builder.ToTable("Applications");
        builder.IsAggregate();
        builder.HasParts(a => a.Serves);
        builder.HasParts(a => a.CoAuthors);
        builder.HasParts(a => a.FieldMarks);
        builder.Property(a => a.IdeaDecision).IsJson();
        IsContent(builder.Property(a => a.Content));
        builder.Property(a => a.Revision).IsJson();
        builder.Property(a => a.Secrecy).IsJson();
        builder.Ignore(a => a.Current);
        builder.Property(a => a.Title).HasMaxLength(Application.LongestTitle);
        builder.Property(a => a.Organisation).HasMaxLength(200);
        builder.Property(a => a.CaseNumber).HasMaxLength(60);
        builder.PointsTo<Application, Fund>(a => a.FundId);
        builder.PointsTo<Application, Person>(a => a.LeadId);
        builder.PointsTo<Application, Call>(a => a.CallId);
        builder.HasIndex(a => new { a.FundId, a.CaseNumber }).IsUnique();
        builder.HasIndex(a => new { a.Phase, a.CaseNumber });
    }

    public void Configure(EntityTypeBuilder<ApplicationGoal> builder)
    {
        builder.ToTable("ApplicationGoals");
        builder.PointsTo<ApplicationGoal, Goal>(g => g.GoalId);
    }

    public void Configure(EntityTypeBuilder<ApplicationCoAuthor> builder)
    {
        builder.ToTable("ApplicationCoAuthors");
        builder.Property(c => c.HasAccepted).HasDefaultValue(true); // nobody was asked before
        builder.Property(c => c.HasWritten).HasDefaultValue(true); // of rows from before it was kept, it is not known that they have not
        builder.Ignore(c => c.IsWriting);
        builder.PointsTo<ApplicationCoAuthor, Person>(c => c.PersonId);
    }

    public void Configure(EntityTypeBuilder<FieldMark> builder)
    {
        builder.ToTable("ApplicationFieldMarks");
        builder.Property(m => m.Field).HasMaxLength(50);
        builder.Property(m => m.Secrecy).IsJson();
        builder.PointsTo<FieldMark, Person>(m => m.LiftedById);
    }

    public void Configure(EntityTypeBuilder<Endorsement> builder)
    {
        builder.ToTable("Endorsements");
        builder.IsAggregate();
        builder.Property(e => e.Organisation).HasMaxLength(300);
        builder.Property(e => e.Address).HasMaxLength(320);
        builder.Property(e => e.Answer).IsJson();
        builder.PointsTo<Endorsement, Application>(e => e.ApplicationId);
        builder.PointsTo<Endorsement, Person>(e => e.PersonId);
    }

    public void Configure(EntityTypeBuilder<ApplicationVersion> builder)
    {
        builder.ToTable("ApplicationVersions");
        builder.IsAggregate();
        IsContent(builder.Property(v => v.Content));
        builder.Property(v => v.Title).HasMaxLength(Application.LongestTitle);
        builder.Property(v => v.GoalIds).IsJson();
        builder.Property(v => v.Sha256).HasMaxLength(64);
        builder.PointsTo<ApplicationVersion, Application>(v => v.ApplicationId);
        builder.PointsTo<ApplicationVersion, Person>(v => v.SubmittedById);
        builder.HasIndex(v => new { v.ApplicationId, v.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("Attachments");
        builder.IsAggregate();
        builder.Property(a => a.Secrecy).IsJson();
        builder.Property(a => a.FileName).HasMaxLength(150);
        builder.Property(a => a.ContentType).HasMaxLength(100);
        builder.Property(a => a.Sha256).HasMaxLength(64);
        builder.HasIndex(a => a.Sha256);
        builder.PointsTo<Attachment, Application>(a => a.ApplicationId);
        builder.PointsTo<Attachment, Person>(a => a.UploadedById);
    }

    public void Configure(EntityTypeBuilder<AttachmentContent> builder)
    {
        builder.ToTable("AttachmentContents");
        builder.Property(c => c.Sha256).HasMaxLength(64);
        builder.HasIndex(c => c.Sha256).IsUnique();
    }

    /// <summary>Kept in the one form in which it is also compared and checksummed.</summary>
    private static void IsContent(PropertyBuilder<ApplicationContent> property) => property.HasConversion(
        content => ContentJson.Write(content),
        json => ContentJson.Read(json),
        new ValueComparer<ApplicationContent>((a, b) => ReferenceEquals(a, b) || ContentJson.Write(a!) == ContentJson.Write(b!), c => c.GetHashCode(), c => c));
}
