using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.KeyFigures;
using Fond.Features.KeyFigures.Kolada;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.KeyFigures;

internal sealed class KeyFigureFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<KeyFigureDesk>().AddKolada();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapKeyFigures();

    public void AddQueries(QueryFields queries)
    {
        queries.List("keyFigures", "Key figures by fund, newest first.", FieldAccess.SignedIn, c =>
        {
            var figures = c.Visible<KeyFigure>();
            if (c.GetArgument<string?>("fundId") is { } fund) figures = figures.Where(f => f.FundId == GlobalId.KeyOf<Fund>(fund));
            if (c.GetArgument<string?>("code") is { } code) figures = figures.Where(f => f.Code == code);
            if (c.GetArgument<bool?>("followed") is { } followed) figures = figures.Where(f => f.IsFollowed == followed);
            return figures;
        }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<StringGraphType>("code", "Only this code.").With<BooleanGraphType>("followed", "Only those that the fund follows, or only the others."));
        queries.List("keyFigureAreas", "Areas that key figures are counted for, oldest first.", FieldAccess.SignedIn, c =>
        {
            var areas = c.Visible<KeyFigureArea>();
            return c.GetArgument<string?>("fundId") is { } fund ? areas.Where(a => a.FundId == GlobalId.KeyOf<Fund>(fund)) : areas;
        }, f => f.With<IdGraphType>("fundId", "Only this fund's."), ascending: true);
        queries.List("keyFigureValues", "Values of a key figure, newest first; those that others have taken the place of only when asked for.", FieldAccess.SignedIn, Values,
            f => f.With<NonNullGraphType<IdGraphType>>("keyFigureId", "Of which key figure.").With<IdGraphType>("areaId", "Only of this area.").With<IntGraphType>("year", "Only of this year.")
                .With<EnumType<KeyFigureGender>>("gender", "Only these.").With<BooleanGraphType>("revisions", "Those before the latest, too."));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<AddKeyFigure, AddKeyFigureInput, KeyFigure>("keyFigure", "Enters a key figure, without values yet.", KeyFigureDesk.Keepers);
        mutations.Add<DescribeKeyFigure, DescribeKeyFigureInput, KeyFigure>("keyFigure", "Describes a key figure anew; code and unit stay.", KeyFigureDesk.Keepers);
        mutations.Add<AddKeyFigureArea, AddKeyFigureAreaInput, KeyFigureArea>("area", "Enters an area that key figures are counted for.", KeyFigureDesk.Keepers);
        mutations.Add<RecordKeyFigureValues, RecordKeyFigureValuesInput, KeyFigureReport>("report", "Adds values, all or none. The same again changes nothing; another value for the same place is another revision.", KeyFigureDesk.Keepers);
        mutations.Add<RefreshKeyFigure, RefreshKeyFigureInput, KeyFigure>("keyFigure", "Asks for the key figure's values from Kolada now; they come in the background.", KeyFigureDesk.Keepers);
        mutations.Add<NameBackground, NameBackgroundInput, ProjectKeyFigure>("background", "Names a key figure, in an area, as the project's background.", Role.Applicant, Role.CaseOfficer, Role.Evaluator);
        mutations.Add<DropBackground, DropBackgroundInput, ProjectKeyFigure>("background", "Takes a key figure out of the project's background; that it was named stays on record.", Role.Applicant, Role.CaseOfficer, Role.Evaluator);
        mutations.Add<FollowKeyFigure, FollowKeyFigureInput, KeyFigure>("keyFigure", "The steering group takes the key figure up among those that the fund follows, or drops it.", Role.SteeringChair, Role.SteeringSecretary);
    }

    private static IQueryable<KeyFigureValue> Values(IResolveFieldContext c)
    {
        var (key, figures) = (GlobalId.KeyOf<KeyFigure>(c.GetArgument<string>("keyFigureId")), c.Visible<KeyFigure>());
        var values = c.Db().Set<KeyFigureValue>().AsNoTracking().Where(v => v.KeyFigureId == key && figures.Any(f => f.Id == key)); // it is asked once whether it may be seen, not of each value
        if (c.GetArgument<bool?>("revisions") != true) values = values.Where(v => v.IsCurrent);
        if (c.GetArgument<string?>("areaId") is { } area) values = values.Where(v => v.AreaId == GlobalId.KeyOf<KeyFigureArea>(area));
        if (c.GetArgument<int?>("year") is { } year) values = values.Where(v => v.Year == year);
        if (c.GetArgument<KeyFigureGender?>("gender") is { } gender) values = values.Where(v => v.Gender == gender);
        return values;
    }
}
