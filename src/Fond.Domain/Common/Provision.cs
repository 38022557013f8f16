using System.Text.RegularExpressions;

namespace Fond.Domain.Common;

/// <summary>A provision by which something is kept secret, as a mark and a release cite it.</summary>
internal static partial class Provision
{
    /// <summary>Whether law, chapter and section are named: OSL 26 kap. 1 §, or 21 kap. 1 a § offentlighets- och sekretesslagen.</summary>
    public static bool IsOne(string? text) => text is { Length: <= SecrecyMark.LongestGround } && Form.IsMatch(text);

    private const string Section = @"\d+(\s?\p{L})?", Cited = @"\d+\s?kap\.\s?" + Section + @"((,|–|-|\soch|\seller)\s?" + Section + @")*\s?§";

    [GeneratedRegex(@"\p{L}.*" + Cited + @"|" + Cited + @".*\p{L}")]
    private static partial Regex Form { get; }
}
