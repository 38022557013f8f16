using Fond.Domain.Common;

namespace Fond.Features.Reports;

/// <summary>What is told in its reader's language.</summary>
internal abstract record Spoken(Language Language)
{
    public string Say(string swedish, string english) => new Text(swedish, english).In(Language);

    public string Say(Text text) => text.In(Language);

    /// <summary>One sentence after the other; null where there are none.</summary>
    public string? Say(IReadOnlyCollection<Text> sentences) => sentences.Count == 0 ? null : string.Join(' ', sentences.Select(s => s.In(Language)));
}
