using Fond.Domain.Common;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>What holds of every text that tells of people: it says something and is not endless.</summary>
internal static class TextRules
{
    public static IEnumerable<Refusal> Faults(string? text, int longest, params string[] path)
    {
        if (text.IsBlankOrLongerThan(longest)) yield return new PlanFieldInvalid(longest) { Path = path };
    }
}
