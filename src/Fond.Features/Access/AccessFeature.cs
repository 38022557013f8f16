using Fond.Domain.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Access;

internal sealed class AccessFeature : IFeature
{
    public void AddQueries(QueryFields queries)
    {
        queries.Field<GraphQLClrOutputTypeReference<Person>, Person>("me", "Who the caller is; null when Fond does not know the one who signed in.", FieldAccess.SignedIn,
            async c => await c.Visible<Person>().SingleOrDefaultAsync(p => p.Id == c.Actor().Id, c.CancellationToken));
        queries.List("people", "People in office.", FieldAccess.SignedIn, c =>
        {
            var people = c.Visible<Person>();
            if (c.GetArgument<Role?>("role") is { } role) people = people.Where(p => p.Roles.Any(r => r.Role == role && r.Until == null));
            return people.WithText(c.GetArgument<string?>("text"), p => p.Name, p => p.Organisation);
        }, f => f.With<EnumType<Role>>("role", "Only who holds this role.").With<StringGraphType>("text", "Part of a name or an organisation."), ascending: true);
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<RegisterPerson, RegisterPersonInput, Person>("person", "Makes a person known, so that roles can be given.", Role.Administrator);
        mutations.Add<GrantRole, GrantRoleInput, Person>("person", "Gives a person a role from today, in one fund or in all.", Role.Administrator);
        mutations.Add<RevokeRole, RevokeRoleInput, Person>("person", "Ends a role today; that it was held stays on record.", Role.Administrator);
    }
}
