using Fond.Domain.Access;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Meetings;

internal sealed class RemarkType : ObjectGraphType<Remark>
{
    public RemarkType()
    {
        Name = "Remark";
        Description = "What somebody had taken down in the minutes.";
        Field(r => r.Text).Description("In their own words.");
        Field<GraphQLClrOutputTypeReference<Person>>("person").Description("Whose it is.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.PersonId));
    }
}

internal sealed class ExclusionType : ObjectGraphType<Exclusion>
{
    public ExclusionType()
    {
        Name = "Exclusion";
        Description = "Somebody kept out of one item by a conflict of interest.";
        Field(e => e.Ground).Description("Why, as it stands in the minutes.");
        Field<GraphQLClrOutputTypeReference<Person>>("person").Description("Who.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.PersonId));
    }
}

internal sealed class AttendanceType : ObjectGraphType<Attendance>
{
    public AttendanceType()
    {
        Name = "Attendance";
        Description = "Whether somebody with a seat in the body was there; whoever left and came back has one for each time.";
        Field(a => a.IsPresent).Description("False: absent.");
        Field(a => a.FromItem, nullable: true).Description("The number of the first item that they took part in; null: from the beginning.");
        Field(a => a.UntilItem, nullable: true).Description("The number of the first item that they no longer took part in; null: to the end.");
        Field<GraphQLClrOutputTypeReference<Person>>("person").Description("Who.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.PersonId));
        Field<GraphQLClrOutputTypeReference<Person>>("servesFor").Description("The member for whom a substitute serves meanwhile.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.ServesForId));
        Field<IdGraphType>("servesInSeatId").Description("The body's seat with nobody in it in which a substitute serves meanwhile.").Resolve(c => c.Source.ServesInSeatId is { } seat ? GlobalId.Of<Membership>(seat) : null);
    }
}

internal sealed class VoteCountType : ObjectGraphType<VoteCount>
{
    public VoteCountType()
    {
        Name = "VoteCount";
        Description = "Vote count.";
        Field(v => v.For).Description("For what was decided.");
        Field(v => v.Against).Description("Against it.");
        Field(v => v.Abstained).Description("Neither.");
        Field(v => v.CastingVote).Description("Whether the votes were even and that of whoever presided decided.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CastVoteType>>>>("each").Description("How each voted, where the vote was open; empty where it was closed.").Resolve(c => c.Source.Each ?? []);
    }
}

internal sealed class CastVoteType : ObjectGraphType<CastVote>
{
    public CastVoteType()
    {
        Name = "CastVote";
        Description = "How one of those who vote did.";
        Field<NonNullGraphType<EnumType<VoteChoice>>>("choice").Description("For, against or neither.").Resolve(c => c.Source.Choice);
        Field<GraphQLClrOutputTypeReference<Person>>("person").Description("Who.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.PersonId));
    }
}
