using System.Text.RegularExpressions;

namespace Fond.Domain.Common;

/// <summary>A provision by which something is kept secret, as a mark and a release cite it.</summary>
internal static partial class Provision
{
    /// <summary>Whether law, chapter and section are named: OSL 26 kap. 1 §, or 21 kap. 1 a § offentlighets- och sekretesslagen.</summary>
    public static bool IsOne(string? text) => text is { Length: <= SecrecyMark.LongestGround } && Form.IsMatch(text);

    [GeneratedRegex(@"\p{L}.*\d+ kap\. \d+ ?\p{L}? ?§|\d+ kap\. \d+ ?\p{L}? ?§.*\p{L}")]
    private static partial Regex Form { get; }
}
