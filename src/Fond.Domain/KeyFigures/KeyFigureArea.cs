using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>An area that key figures are counted for: the municipality itself, or a part of it such as a school's catchment area.</summary>
public sealed class KeyFigureArea : Aggregate
{
    /// <summary>Characters.</summary>
    public const int LongestCode = 50, LongestName = 200;

    private KeyFigureArea() { }

    /// <exception cref="RefusedException">With every fault at once.</exception>
    public KeyFigureArea(long fundId, string code, string name, bool isWhole, string? koladaId = null)
    {
        Refuse.WhenAny(Faults(code, name, koladaId));
        (FundId, Code, Name, IsWhole, KoladaId) = (fundId, code.Trim(), name.Trim(), isWhole, koladaId);
    }

    public long FundId { get; private set; }

    /// <summary>Short and unique in the fund.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Whether it is the municipality itself.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The municipality's or the unit's id in Kolada; null: its values are not fetched.</summary>
    public string? KoladaId { get; private set; }

    /// <param name="others">The fund's areas.</param>
    /// <exception cref="RefusedException">The code or the id in Kolada is taken, or another area is the whole already.</exception>
    public void DemandRoom(IReadOnlyCollection<KeyFigureArea> others)
    {
        Refuse.When(others.Any(o => o.Code == Code), new KeyFigureCodeTaken { Path = ["code"] });
        Refuse.When(KoladaId is not null && others.Any(o => o.KoladaId == KoladaId), new KeyFigureCodeTaken { Path = ["koladaId"] });
        Refuse.When(IsWhole && others.Any(o => o.IsWhole), new KeyFigureWholeTaken { Path = ["isWhole"] });
    }

    private static IEnumerable<Refusal> Faults(string code, string name, string? koladaId)
    {
        if (code.IsBlankOrLongerThan(LongestCode)) yield return new KeyFigureTextInvalid(LongestCode) { Path = ["code"] };
        if (name.IsBlankOrLongerThan(LongestName)) yield return new KeyFigureTextInvalid(LongestName) { Path = ["name"] };
        if (koladaId is not null && !KoladaIds.IsMunicipality(koladaId) && !KoladaIds.IsUnit(koladaId)) yield return new KeyFigureKoladaIdInvalid { Path = ["koladaId"] };
    }
}
