using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Consultations;

internal sealed class ConsultationMapping :
    IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<ReferralRequest>, IEntityTypeConfiguration<Enclosure>, IEntityTypeConfiguration<ReferralGroup>, IEntityTypeConfiguration<ReferralGroupMember>,
    IEntityTypeConfiguration<PublicComment>, IEntityTypeConfiguration<StatementFile>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations");
        builder.IsAggregate();
        builder.HasParts(c => c.Requests);
        builder.HasParts(c => c.Enclosures);
        builder.Property(c => c.CaseNumber).HasMaxLength(60);
        builder.Property(c => c.Questions).IsJson();
        builder.Property(c => c.Extensions).IsJson();
        builder.Property(c => c.PublicQuestions).IsJson();
        builder.HasIndex(c => new { c.IsPublic, c.State });
        builder.PointsTo<Consultation, Fund>(c => c.FundId);
        builder.PointsTo<Consultation, Programme>(c => c.ProgrammeId);
        builder.PointsTo<Consultation, Application>(c => c.ApplicationId);
        builder.HasIndex(c => c.State);
    }

    public void Configure(EntityTypeBuilder<ReferralRequest> builder)
    {
        builder.ToTable("ReferralRequests");
        builder.Property(r => r.Statement).IsJson();
        builder.Property(r => r.Wanted).IsJson();
        builder.Property(r => r.Address).HasMaxLength(320);
        builder.PointsTo<ReferralRequest, Body>(r => r.BodyId);
    }

    public void Configure(EntityTypeBuilder<Enclosure> builder)
    {
        builder.ToTable("Enclosures");
        builder.PointsTo<Enclosure, CaseDocument>(e => e.CaseDocumentId);
        builder.PointsTo<Enclosure, MatterDocument>(e => e.MatterDocumentId);
    }

    public void Configure(EntityTypeBuilder<ReferralGroup> builder)
    {
        builder.ToTable("ReferralGroups");
        builder.IsAggregate();
        builder.HasParts(g => g.Members);
        builder.Property(g => g.Municipality).HasMaxLength(100);
        builder.Property(g => g.Name).HasMaxLength(200);
        builder.HasIndex(g => g.Municipality);
    }

    public void Configure(EntityTypeBuilder<ReferralGroupMember> builder)
    {
        builder.ToTable("ReferralGroupMembers");
        builder.PointsTo<ReferralGroupMember, Body>(m => m.BodyId);
    }

    public void Configure(EntityTypeBuilder<PublicComment> builder)
    {
        builder.ToTable("PublicComments");
        builder.Property(c => c.Name).HasMaxLength(PublicComment.LongestName);
        builder.Property(c => c.Answers).IsJson();
        builder.PointsTo<PublicComment, Consultation>(c => c.ConsultationId);
    }

    public void Configure(EntityTypeBuilder<StatementFile> builder)
    {
        builder.ToTable("StatementFiles");
        builder.Property(f => f.FileName).HasMaxLength(UploadedFile.LongestName);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.PointsTo<StatementFile, Consultation>(f => f.ConsultationId);
        builder.PointsTo<StatementFile, ReferralRequest>(f => f.ReferralRequestId);
    }
}
