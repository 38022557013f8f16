using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Programmes;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Programmes;

internal sealed record SaveProgrammeInput : EditInput
{
    /// <summary>Short and stable; a known code replaces that programme's text.</summary>
    public required string Code { get; init; }

    /// <summary>Whose it is.</summary>
    public required string Municipality { get; init; }

    /// <summary>Of the municipality or of the country.</summary>
    public required ProgrammeKind Kind { get; init; }

    /// <summary>The programme as it is written.</summary>
    public required ProgrammeText Text { get; init; }
}

internal sealed class SaveProgramme(FondDb db, ActorContext context) : IHandler<SaveProgrammeInput, Programme>
{
    public async Task<Programme> Handle(SaveProgrammeInput input, CancellationToken ct)
    {
        context.Actor.Demand(null, Role.Administrator);
        Refuse.When(string.IsNullOrWhiteSpace(input.Code) || input.Code.Length > 100, new ProgrammeFieldMissing { Path = ["code"] });
        Refuse.When(string.IsNullOrWhiteSpace(input.Municipality), new ProgrammeFieldMissing { Path = ["municipality"] });
        var programme = await db.Set<Programme>().SingleOrDefaultAsync(p => p.Code == input.Code, ct);
        programme?.Expect(input.ExpectedVersion);
        await DemandOwnGoalsAsync(input, programme, ct);
        if (programme is not null) programme.Rewrite(input.Text);
        else db.Add(programme = new Programme(input.Code, input.Municipality, input.Kind, input.Text));
        return programme;
    }

    private async Task DemandOwnGoalsAsync(SaveProgrammeInput input, Programme? programme, CancellationToken ct)
    {
        var own = programme?.Areas.SelectMany(a => a.Goals).Select(g => g.Id).ToList() ?? [];
        var codes = input.Text.Areas.SelectMany(a => a.Goals).Select(g => g.Code).ToList();
        var elsewhere = await db.Set<Goal>().Where(g => codes.Contains(g.Code) && !own.Contains(g.Id)).Select(g => g.Code).FirstOrDefaultAsync(ct);
        Refuse.When(elsewhere is not null, new ProgrammeGoalElsewhere(elsewhere ?? "") { Path = ["text", "areas"] });
    }
}
