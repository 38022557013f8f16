using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Features.Decisions;

/// <summary>What the application says, without the fields that are marked by themselves: the memo itself goes further.</summary>
internal sealed record Said(Application Application)
{
    public string? Of(string field, string? text) => !text.IsBlank() && Mark(field) is { } mark ? $"[{ApplicationFields.Names[field].Sv}: sekretessmarkerad uppgift, {mark.Secrecy.Ground}]" : text;

    public FieldMark? Mark(string field) => Application.MarkedFields([field]).FirstOrDefault();
}
