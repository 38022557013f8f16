using Fond.Domain.Common;

namespace Fond.Domain.Impact.Qualitative;

/// <summary>What holds of every text that tells of people: it says something, is not endless, and holds no personal identity number.</summary>
internal static class TextRules
{
    public static IEnumerable<Refusal> Faults(string? text, int longest, params string[] path)
    {
        if (text.IsBlankOrLongerThan(longest)) yield return new PlanFieldInvalid(longest) { Path = path };
        else if (PersonalNumber.IsIn(text!)) yield return new QualitativePersonalNumber { Path = path };
    }
}
