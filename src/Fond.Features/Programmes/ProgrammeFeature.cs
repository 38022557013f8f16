using Fond.Domain.Access;
using Fond.Domain.Programmes;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Programmes;

internal sealed class ProgrammeFeature : IFeature
{
    public void AddQueries(QueryFields queries) =>
        queries.List("programmes", "Programmes with their areas and goals.", FieldAccess.Everybody, c =>
        {
            var programmes = c.Visible<Programme>();
            if (c.GetArgument<string?>("municipality") is { } municipality) programmes = programmes.Where(p => p.Municipality == municipality);
            if (c.GetArgument<ProgrammeKind?>("kind") is { } kind) programmes = programmes.Where(p => p.Kind == kind);
            return programmes;
        }, f => f.With<StringGraphType>("municipality", "Only this municipality's.").With<EnumType<ProgrammeKind>>("kind", "Only this kind."), ascending: true);

    public void AddMutations(MutationFields mutations) =>
        mutations.Add<SaveProgramme, SaveProgrammeInput, Programme>("programme", "Enters a programme, or replaces the text of the one with the same code.", Role.Administrator);
}
