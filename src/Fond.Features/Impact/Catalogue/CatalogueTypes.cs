using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Catalogue;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Impact.Catalogue;

internal sealed class CatalogueIndicatorType : NodeType<CatalogueIndicator>
{
    public CatalogueIndicatorType() : base("A version of an indicator in a fund's catalogue, which the steering group decides on.")
    {
        Value("code", "Short; the same in all versions, and unique among the fund's indicators.", i => i.Code);
        Value("number", "Which version: 1, 2, 3 ...", i => i.Number);
        Localised("name", "In words.", i => i.NameIn);
        Value("unit", "In what, in Swedish; of one that is judged, on which scale.", i => i.Unit);
        Value("unitEn", "The same in English; null where it has no other unit than the Swedish one.", i => i.UnitEn, nullable: true);
        Value("kind", "What kind of figure it is.", i => i.Kind);
        Value("direction", "What is wished for.", i => i.Direction);
        Value("definition", "What is counted and what is not.", i => i.Definition);
        Value("instrument", "What it is measured with.", i => i.Instrument, nullable: true);
        Value("sourceSystem", "The register or system that it is read from.", i => i.SourceSystem, nullable: true);
        Value("owner", "The organisation or function that answers for it.", i => i.Owner);
        Value("state", "How far it has come.", i => i.State);
        Value("proposedAt", "When it was proposed.", i => i.ProposedAt);
        Value("decidedOn", "The day of the steering group's decision.", i => i.DecidedOn, nullable: true);
        Value("paragraph", "The paragraph of its minutes.", i => i.Paragraph, nullable: true);
        Value("reasons", "Why it decided so.", i => i.Reasons, nullable: true);
        Value("retiredFrom", "The first day on which no plan takes it.", i => i.RetiredFrom, nullable: true);
        Value("retirementReason", "Why.", i => i.RetirementReason, nullable: true);
        One<Person>("proposedBy", "Who proposed it.", i => i.ProposedById);
        One<Person>("decidedBy", "Who entered the decision.", i => i.DecidedById);
        One<Body>("body", "The body that decided.", i => i.BodyId);
        One<Fund>("fund", "Whose catalogue.", i => i.FundId);
    }
}

/// <summary>For whoever holds a role in the fund: leads plan by it, evaluators measure by it.</summary>
internal sealed class CatalogueVisibility : IVisible<CatalogueIndicator>
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    public Expression<Func<CatalogueIndicator, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Everybody);
        return all ? indicator => true : indicator => funds.Contains(indicator.FundId);
    }
}
