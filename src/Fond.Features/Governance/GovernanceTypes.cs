using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Governance;

internal sealed class BodyType : NodeType<Body>
{
    public BodyType() : base("A group or board of a municipality, with who sat in it when.", FieldAccess.Everybody)
    {
        Value("name", "Its name.", b => b.Name);
        Value("kind", "What it is.", b => b.Kind);
        Value("municipality", "Whose it is.", b => b.Municipality);
        Value("quorum", "How many who vote must be present for a decision.", b => b.Quorum);
        Value("catchmentArea", "The area of the primary schools that a council is for.", b => b.CatchmentArea, nullable: true);
        One<Body>("parent", "The body that it belongs under, and prepares for.", b => b.ParentId);
        Several<Body>("preparesFor", "The bodies to which it hands on what it has prepared, its parent first.", b => b.PreparesFor);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MembershipType>>>>("members").Description("Seats, ended ones included.").Resolve(c => c.Source.Members.InOrder());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<DelegationType>>>>("delegations").Description("What it may decide on behalf of another body, ended lines included.").Resolve(c => c.Source.Delegations.InOrder());
    }
}

internal sealed class MembershipType : ObjectGraphType<Membership>
{
    public MembershipType()
    {
        Name = "Membership";
        Description = "A seat in a body for a time.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("For endMembership.").Resolve(c => GlobalId.Of<Membership>(c.Source.Id));
        Field(m => m.Function).Description("The post that the seat goes with.");
        Field<NonNullGraphType<EnumType<MembershipRole>>>("role").Description("In the body.").Resolve(c => c.Source.Role);
        Field(m => m.Represents, nullable: true).Description("The party or administration that the seat belongs to.");
        Field(m => m.Votes).Description("Whether it has a vote of its own.");
        Field<NonNullGraphType<DateOnlyGraphType>>("from").Description("The first day.").Resolve(c => c.Source.From);
        Field<DateOnlyGraphType>("to").Description("The last day; null: until further notice.").Resolve(c => c.Source.To);
        Field<NonNullGraphType<BooleanGraphType>>("holdsToday").Description("Whether it holds today.").Resolve(c => c.Source.HoldsOn(c.Service<Clock>().Today));
        Field<GraphQLClrOutputTypeReference<Person>>("person").Description("Who sits there; null for an empty seat, or without sign-in.")
            .Resolve(c => c.Actor().IsSignedIn ? c.Service<BatchLoader>().One<Person>(c.Source.PersonId) : null);
    }
}

internal sealed class DelegationType : ObjectGraphType<Delegation>
{
    public DelegationType()
    {
        Name = "Delegation";
        Description = "A line of the delegation table: what the body may decide during some time, and by whose decision.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("For endDelegation.").Resolve(c => GlobalId.Of<Delegation>(c.Source.Id));
        Field<NonNullGraphType<EnumType<DelegatedKind>>>("kind").Description("What may be decided.").Resolve(c => c.Source.Kind);
        Field(d => d.Limit, nullable: true).Description("The most that may be granted to one application, over all years; null for a rejection.");
        Field<NonNullGraphType<DateOnlyGraphType>>("from").Description("The first day.").Resolve(c => c.Source.From);
        Field<DateOnlyGraphType>("to").Description("The last day; null: until further notice.").Resolve(c => c.Source.To);
        Field(d => d.DecidedBy).Description("The body that delegated.");
        Field<NonNullGraphType<DateOnlyGraphType>>("decidedOn").Description("The day of its decision.").Resolve(c => c.Source.DecidedOn);
        Field(d => d.Paragraph).Description("The paragraph of its minutes.");
    }
}

/// <summary>Which bodies there are, and by which functions they are made up, is public.</summary>
internal sealed class BodyVisibility : IVisible<Body>
{
    public Expression<Func<Body, bool>> To(Actor actor, FondDb db) => body => true;
}
