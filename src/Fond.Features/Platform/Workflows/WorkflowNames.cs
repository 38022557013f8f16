using System.Text;

namespace Fond.Features.Platform.Workflows;

/// <summary>The definition files spell enum members as the API does: <c>CaseOfficer</c> is <c>CASE_OFFICER</c>.</summary>
internal static class WorkflowNames
{
    public static string Of<T>(T value) where T : struct, Enum
    {
        var text = new StringBuilder();
        foreach (var c in value.ToString())
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('_');
            text.Append(char.ToUpperInvariant(c));
        }
        return text.ToString();
    }

    public static bool Knows<T>(string name) where T : struct, Enum => Enum.GetValues<T>().Any(value => Of(value) == name);

    public static T To<T>(string name) where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
