using Fond.Domain.Access;
using Fond.Domain.Applications;
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

internal sealed class FieldMarkType : ObjectGraphType<FieldMark>
{
    public FieldMarkType()
    {
        Name = "FieldMark";
        Description = "That one field of an application is marked as possibly secret. A mark that was lifted stays here.";
        Field(m => m.Field).Description("Its path in the form.");
        Field<NonNullGraphType<StringGraphType>>("name").Description("What the form calls it.").Resolve(c => c.Say(ApplicationFields.Names[c.Source.Field]));
        Field<NonNullGraphType<SecrecyMarkType>>("secrecy").Description("By which provision, since when, and by whom.").Resolve(c => c.Source.Secrecy);
        Field<InstantType>("liftedAt").Description("When it was lifted; null while it holds.").Resolve(c => c.Source.LiftedAt);
        Field<GraphQLClrOutputTypeReference<Person>>("liftedBy").Description("Who lifted it, or put another in its place; null while it holds.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.LiftedById));
    }
}
