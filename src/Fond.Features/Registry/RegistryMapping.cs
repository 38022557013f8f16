using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Registry;

internal sealed class RegistryMapping : IEntityTypeConfiguration<CaseDocument>, IEntityTypeConfiguration<DocumentFile>, IEntityTypeConfiguration<ReleaseRequest>, IEntityTypeConfiguration<MatterReleaseRequest>,
    IEntityTypeConfiguration<Matter>, IEntityTypeConfiguration<MatterDocument>, IEntityTypeConfiguration<MatterDocumentFile>, IEntityTypeConfiguration<RetentionRule>, IEntityTypeConfiguration<Disposal>, IEntityTypeConfiguration<DisposedDocument>, IEntityTypeConfiguration<DisposedMatterDocument>
{
    public void Configure(EntityTypeBuilder<CaseDocument> builder)
    {
        builder.ToTable("CaseDocuments");
        IsEntry(builder);
        builder.PointsTo<CaseDocument, Application>(d => d.ApplicationId);
        builder.HasIndex(d => new { d.ApplicationId, d.Number }).IsUnique();
        builder.HasIndex(d => new { d.Kind, d.Id });
        builder.HasIndex(d => d.On);
    }

    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.ToTable("Matters");
        builder.IsAggregate();
        builder.Property(m => m.CaseNumber).HasMaxLength(60);
        builder.Property(m => m.Title).HasMaxLength(Matter.LongestTitle);
        builder.Property(m => m.Secrecy).IsJson();
        builder.PointsTo<Matter, Programme>(m => m.ProgrammeId);
        builder.PointsTo<Matter, Body>(m => m.BodyId);
        builder.PointsTo<Matter, Person>(m => m.OpenedById);
        builder.PointsTo<Matter, Person>(m => m.ClosedById);
        builder.PointsTo<Matter, Fund>(m => m.FundId);
        builder.HasIndex(m => new { m.FundId, m.CaseNumber }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MatterDocument> builder)
    {
        builder.ToTable("MatterDocuments");
        IsEntry(builder);
        builder.PointsTo<MatterDocument, Matter>(d => d.MatterId);
        builder.HasIndex(d => new { d.MatterId, d.Number }).IsUnique();
        builder.HasIndex(d => new { d.Kind, d.TargetId });
    }

    private static void IsEntry<T>(EntityTypeBuilder<T> builder) where T : RegistryEntry
    {
        builder.IsAggregate();
        builder.Property(d => d.Subject).HasMaxLength(DocumentEntry.LongestSubject);
        builder.Property(d => d.Correspondent).HasMaxLength(DocumentEntry.LongestCorrespondent);
        builder.Property(d => d.Secrecy).IsJson();
        builder.PointsTo<T, Person>(d => d.RegisteredById);
    }

    public void Configure(EntityTypeBuilder<DocumentFile> builder)
    {
        builder.ToTable("DocumentFiles");
        IsFile<DocumentFile, CaseDocument>(builder);
    }

    public void Configure(EntityTypeBuilder<MatterDocumentFile> builder)
    {
        builder.ToTable("MatterDocumentFiles");
        IsFile<MatterDocumentFile, MatterDocument>(builder);
    }

    private static void IsFile<T, TEntry>(EntityTypeBuilder<T> builder) where T : RegistryFile where TEntry : RegistryEntry
    {
        builder.IsAggregate();
        builder.Property(f => f.FileName).HasMaxLength(UploadedFile.LongestName);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasOne<TEntry>().WithOne().HasForeignKey<T>(f => f.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.PointsTo<T, Person>(f => f.UploadedById);
        builder.HasIndex(f => f.Sha256);
    }

    public void Configure(EntityTypeBuilder<ReleaseRequest> builder)
    {
        builder.ToTable("ReleaseRequests");
        IsRelease<ReleaseRequest, CaseDocument>(builder);
        builder.PointsTo<ReleaseRequest, Application>(r => r.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<MatterReleaseRequest> builder)
    {
        builder.ToTable("MatterReleaseRequests");
        IsRelease<MatterReleaseRequest, MatterDocument>(builder);
        builder.PointsTo<MatterReleaseRequest, Matter>(r => r.MatterId);
    }

    private static void IsRelease<T, TEntry>(EntityTypeBuilder<T> builder) where T : DocumentRelease where TEntry : RegistryEntry
    {
        builder.IsAggregate();
        builder.Property(r => r.MaskedFields).IsJson();
        builder.Property(r => r.Requester).HasMaxLength(DocumentRelease.LongestRequester);
        builder.Property(r => r.Ground).HasMaxLength(SecrecyMark.LongestGround);
        builder.PointsTo<T, TEntry>(r => r.DocumentId);
        builder.PointsTo<T, Person>(r => r.RegisteredById);
        builder.PointsTo<T, Person>(r => r.DecidedById);
        builder.HasIndex(r => new { r.Outcome, r.Id });
    }

    public void Configure(EntityTypeBuilder<RetentionRule> builder)
    {
        builder.ToTable("RetentionRules");
        builder.IsAggregate();
        builder.Property(r => r.Decision).HasMaxLength(RetentionRule.LongestDecision);
        builder.PointsTo<RetentionRule, Fund>(r => r.FundId);
        builder.PointsTo<RetentionRule, Person>(r => r.SetById);
    }

    public void Configure(EntityTypeBuilder<Disposal> builder)
    {
        builder.ToTable("Disposals");
        builder.IsAggregate();
        builder.HasParts(d => d.Documents);
        builder.HasParts(d => d.MatterDocuments);
        builder.PointsTo<Disposal, Fund>(d => d.FundId);
        builder.PointsTo<Disposal, Person>(d => d.ProposedById);
        builder.PointsTo<Disposal, Person>(d => d.SettledById);
        builder.HasIndex(d => new { d.State, d.Id });
    }

    public void Configure(EntityTypeBuilder<DisposedDocument> builder)
    {
        builder.ToTable("DisposedDocuments");
        IsDisposed<DisposedDocument, CaseDocument>(builder);
    }

    public void Configure(EntityTypeBuilder<DisposedMatterDocument> builder)
    {
        builder.ToTable("DisposedMatterDocuments");
        IsDisposed<DisposedMatterDocument, MatterDocument>(builder);
    }

    private static void IsDisposed<T, TEntry>(EntityTypeBuilder<T> builder) where T : DisposedEntry where TEntry : RegistryEntry
    {
        builder.PointsTo<T, TEntry>(d => d.DocumentId);
        builder.PointsTo<T, RetentionRule>(d => d.RuleId);
    }
}
