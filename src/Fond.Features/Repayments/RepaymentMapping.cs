using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Repayments;

internal sealed class RepaymentMapping : IEntityTypeConfiguration<RepaymentAgreement>, IEntityTypeConfiguration<Instalment>
{
    public void Configure(EntityTypeBuilder<RepaymentAgreement> builder)
    {
        builder.ToTable("RepaymentAgreements");
        builder.Ignore(a => a.Outstanding).Ignore(a => a.NextWake);
        builder.IsAggregate();
        builder.HasParts(a => a.Instalments);
        builder.HasOne<Project>().WithOne().HasForeignKey<RepaymentAgreement>(a => a.ProjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Application>().WithOne().HasForeignKey<RepaymentAgreement>(a => a.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        builder.PointsTo<RepaymentAgreement, Fund>(a => a.FundId);
        builder.Property(a => a.Share).HasPrecision(9, 6);
        builder.Property(a => a.Contract).IsJson();
        builder.Property(a => a.Goal).HasMaxLength(RepaymentTerms.LongestText);
        builder.Property(a => a.DeviationReason).HasMaxLength(RepaymentTerms.LongestText);
        builder.HasIndex(a => a.NextDueOn);
    }

    public void Configure(EntityTypeBuilder<Instalment> builder)
    {
        builder.ToTable("Instalments");
        builder.Ignore(i => i.Outstanding).Ignore(i => i.State);
        builder.Property(i => i.Unit).HasMaxLength(RepaymentTerms.LongestUnit);
        builder.Property(i => i.InvoiceNumber).HasMaxLength(Instalment.LongestInvoiceNumber);
        builder.Property(i => i.WriteDownReason).HasMaxLength(RepaymentTerms.LongestText);
        builder.Property(i => i.Basis).IsJson();
        builder.PointsTo<Instalment, Person>(i => i.WrittenDownById);
    }
}
