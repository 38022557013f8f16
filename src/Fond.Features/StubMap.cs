using Fond.Domain.Applications; using Fond.Domain.Funds; using Fond.Features.Platform.Persistence; using Microsoft.EntityFrameworkCore; using Microsoft.EntityFrameworkCore.Metadata.Builders; using Fond.Features.Platform.Access; using Fond.Features.Platform.GraphQL; using System.Linq.Expressions;
namespace Fond.Features;
internal sealed class StubMap : IEntityTypeConfiguration<Application>, IEntityTypeConfiguration<Fund> { public void Configure(EntityTypeBuilder<Application> b) { b.IsAggregate(); } public void Configure(EntityTypeBuilder<Fund> b) { b.IsAggregate(); } }
internal sealed class ApplicationType() : NodeType<Application>("x"); internal sealed class FundType() : NodeType<Fund>("x");
internal sealed class AV : IVisible<Application>, IVisible<Fund> { public Expression<Func<Application,bool>> To(Actor a, FondDb d) => x => true; Expression<Func<Fund,bool>> IVisible<Fund>.To(Actor a, FondDb d) => x => true; }
