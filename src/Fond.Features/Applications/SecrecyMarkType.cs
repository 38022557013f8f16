using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Applications;

internal sealed class SecrecyMarkType : ObjectGraphType<SecrecyMark>
{
    public SecrecyMarkType()
    {
        Name = "SecrecyMark";
        Description = "A reminder that something may be secret. Whoever reads it is written down in the trail.";
        Field(m => m.Ground).Description("By which provision.");
        Field<NonNullGraphType<InstantType>>("markedAt").Description("Since when.").Resolve(c => c.Source.MarkedAt);
        Field<GraphQLClrOutputTypeReference<Person>>("markedBy").Description("By whom; null when the caller may not see them.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.MarkedById));
    }
}
