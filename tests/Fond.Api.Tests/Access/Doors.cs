using Fond.Api.Tests.Support;
using Fond.Domain.Access;
using Fond.Features.Platform.Access;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Access;

/// <summary>Who may name a mutation, by the schema that runs; which objects they may do it to is another matter.</summary>
internal sealed class Doors(FondServer fond)
{
    private readonly IObjectGraphType _mutations = fond.Services.GetRequiredService<ISchema>().Mutation!;

    public FieldAccess Of(string mutation) => FieldAccess.Of(_mutations.Fields.Find(mutation))!;

    public bool Admits(Role role, string mutation) => Of(mutation) is var access && (access.Public || access.Roles.Count == 0 || access.Roles.Contains(role));
}
