using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Impact.Catalogue;

internal sealed class CatalogueFeature : IFeature
{
    public void AddQueries(QueryFields queries) => queries.List("indicators", "Funds' catalogues of indicators, newest first, with every version.", FieldAccess.SignedIn, c =>
    {
        var indicators = c.Visible<CatalogueIndicator>();
        if (c.GetArgument<string?>("fundId") is { } fund) indicators = indicators.Where(i => i.FundId == GlobalId.KeyOf<Fund>(fund));
        if (c.GetArgument<CatalogueState?>("state") is { } state) indicators = indicators.Where(i => i.State == state);
        if (c.GetArgument<IndicatorKind?>("kind") is { } kind) indicators = indicators.Where(i => i.Kind == kind);
        if (c.GetArgument<string?>("code") is { } code) indicators = indicators.Where(i => i.Code == code);
        return indicators.WithText(c.GetArgument<string?>("text"), i => i.Code, i => i.Name, i => i.NameEn, i => i.Definition);
    }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<EnumType<CatalogueState>>("state", "Only these.").With<EnumType<IndicatorKind>>("kind", "Only this kind.")
        .With<StringGraphType>("code", "Only versions of this code.").With<StringGraphType>("text", "Only with this in the code, the name or the definition."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<ProposeIndicator, ProposeIndicatorInput, CatalogueIndicator>("indicator", "Proposes an indicator for the fund's catalogue, or a new version of one.", Role.CaseOfficer);
        mutations.Add<ChangeIndicator, ChangeIndicatorInput, CatalogueIndicator>("indicator", "Changes what a proposed indicator says, until it is decided.", Role.CaseOfficer);
        mutations.Add<DecideIndicator, DecideIndicatorInput, CatalogueIndicator>("indicator", "The steering group adopts a proposed indicator, or turns it down.", Role.SteeringChair, Role.SteeringSecretary);
        mutations.Add<RetireIndicator, RetireIndicatorInput, CatalogueIndicator>("indicator", "The steering group has no new plan take an indicator from some day on.", Role.SteeringChair, Role.SteeringSecretary);
    }
}
