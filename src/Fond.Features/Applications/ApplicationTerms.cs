using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Features.Applications;

/// <summary>What the application's form calls the kinds of costs and parties.</summary>
internal static class ApplicationTerms
{
    public static Text Of(CostType type) => type switch
    {
        CostType.Personnel => new("personal", "personnel"),
        CostType.Consultant => new("köpta tjänster", "services bought"),
        CostType.Premises => new("lokaler", "premises"),
        CostType.Material => new("material", "material"),
        CostType.Travel => new("resor", "travel"),
        CostType.Training => new("utbildning", "training"),
        CostType.Evaluation => new("utvärdering", "evaluation"),
        CostType.It => new("it", "IT"),
        CostType.Information => new("information", "information"),
        CostType.Overhead => new("gemensamma kostnader", "common costs"),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static Text Of(PartnerKind kind) => kind switch
    {
        PartnerKind.Board => new("nämnd eller förvaltning", "board or administration"),
        PartnerKind.Company => new("företag", "company"),
        PartnerKind.Region => new("region", "region"),
        PartnerKind.State => new("statlig myndighet", "state authority"),
        PartnerKind.CivilSociety => new("förening eller stiftelse", "association or foundation"),
        PartnerKind.Other => new("annan", "other"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
