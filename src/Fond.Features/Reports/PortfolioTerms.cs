using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Features.Reports;

/// <summary>What reports call the kinds of projects.</summary>
internal static class PortfolioTerms
{
    public static Text Of(LifeStage stage) => stage switch
    {
        LifeStage.Children => new("barn, 0–12 år", "children, 0–12 years"),
        LifeStage.Young => new("unga, 13–25 år", "young people, 13–25 years"),
        LifeStage.Adults => new("vuxna, 26–64 år", "adults, 26–64 years"),
        LifeStage.Older => new("äldre, 65 år och uppåt", "older people, 65 years and up"),
        LifeStage.Several => new("flera åldrar", "several ages"),
        LifeStage.Unstated => new("åldrar inte angivna", "ages not stated"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static Text Of(MethodStatus? method) => method switch
    {
        MethodStatus.TestsExisting => new("prövar en metod som finns", "tests a method that exists"),
        MethodStatus.DevelopsExisting => new("utvecklar en metod som finns", "develops a method that exists"),
        MethodStatus.CreatesNew => new("skapar en ny metod", "creates a new method"),
        null => new("inte angiven", "not stated"),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };
}
