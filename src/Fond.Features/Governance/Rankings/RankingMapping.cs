using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Governance.Rankings;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Governance.Rankings;

internal sealed class RankingMapping : IEntityTypeConfiguration<Ranking>, IEntityTypeConfiguration<RankingBallot>
{
    public void Configure(EntityTypeBuilder<Ranking> builder)
    {
        builder.ToTable("Rankings");
        builder.IsAggregate();
        builder.HasParts(r => r.Ballots);
        builder.Property(r => r.CaseIds).IsJson();
        builder.Property(r => r.Result).IsJson();
        builder.Property(r => r.SettledOrder).IsJson();
        builder.Ignore(r => r.Order);
        builder.Ignore(r => r.Voted);
        builder.PointsTo<Ranking, Call>(r => r.CallId);
        builder.PointsTo<Ranking, Fund>(r => r.FundId);
        builder.PointsTo<Ranking, Body>(r => r.BodyId);
        builder.PointsTo<Ranking, Person>(r => r.OpenedById);
    }

    public void Configure(EntityTypeBuilder<RankingBallot> builder)
    {
        builder.ToTable("RankingBallots");
        builder.Property(b => b.Groups).IsJson();
        builder.PointsTo<RankingBallot, Person>(b => b.PersonId);
    }
}
