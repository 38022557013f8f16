using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Access;

internal sealed class PersonType : NodeType<Person>
{
    public PersonType() : base("Somebody in an official capacity.")
    {
        Value("name", "Name, or function where the person is shown as one.", p => p.Name);
        Value("organisation", "The board, administration or body that the person speaks for.", p => p.Organisation);
        Field<StringGraphType>("email").Description("Official address; null for all but the person, administrators, auditors and case officers.")
            .Resolve(c => c.Source.Id == c.Actor().Id || c.Actor().Has(Role.Administrator, Role.Auditor, Role.CaseOfficer) ? c.Source.Email : null);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<RoleGrantType>>>>("roles").Description("Roles held, ended ones included.").Resolve(c => c.Source.Roles.InOrder());
    }
}

internal sealed class RoleGrantType : ObjectGraphType<RoleGrant>
{
    public RoleGrantType()
    {
        Name = "RoleGrant";
        Description = "A role held by a person.";
        Field<NonNullGraphType<EnumType<Role>>>("role").Description("The role.").Resolve(c => c.Source.Role);
        Field<IdGraphType>("fundId").Description("The fund that it is limited to; null: every fund.")
            .Resolve(c => c.Source.FundId is { } id ? GlobalId.Of("Fund", id) : null);
        Field<NonNullGraphType<BooleanGraphType>>("isIssued").Description("Whether it follows what the sign-in service says, rather than being given in Fond.").Resolve(c => c.Source.IsIssued);
        Field<NonNullGraphType<DateOnlyGraphType>>("from").Description("The first day.").Resolve(c => c.Source.From);
        Field<DateOnlyGraphType>("until").Description("The first day on which it no longer holds.").Resolve(c => c.Source.Until);
    }
}

/// <summary>Everybody who is signed in may know who holds which office; it is public record.</summary>
internal sealed class PersonVisibility : IVisible<Person>
{
    public Expression<Func<Person, bool>> To(Actor actor, FondDb db)
    {
        var signedIn = actor.IsSignedIn;
        return person => signedIn;
    }
}
