using Fond.Domain.Common;
using Fond.Domain.Impact.Estimates;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>Who was measured again, and who was lost.</summary>
internal static class FollowedSection
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        List<Followed> all = [.. record.Plan?.Results.Followed() ?? []];
        if (record.Plan is not null)
        {
            yield return new Heading(2, record.Say("Vilka som följdes, och vilka som föll bort", "Who was followed, and who was lost"));
            yield return new Paragraph(record.Say(
                "Den som inte mättes igen räknas och redovisas, men ersätts inte med något antaget värde. Om de som föll bort skiljer sig från de andra kan resultatet vara missvisande.",
                "Who was not measured again is counted and told, and replaced by no assumed value. If those who were lost differ from the others, the result may mislead."));
        }
        if (SharedReason(all) is { } reason) yield return new Paragraph(record.Say($"Hur många som mättes igen går inte att säga. {reason.Sv}", $"How many were measured again cannot be told. {reason.En}"));
        yield return Table(record, all);
    }

    /// <summary>Why nothing can be told, where that is the same of all.</summary>
    private static Text? SharedReason(List<Followed> all) => all.Count > 0 && all.TrueForAll(f => f.Unavailable is not null && f.Unavailable.Message == all[0].Unavailable?.Message) ? all[0].Unavailable!.Message : null;

    /// <summary>Readers are not told the same reason row by row; programs are, so that a program finds every group in its row.</summary>
    private static ReportTable Table(ProjectRecord record, List<Followed> all)
    {
        var language = record.Language;
        var table = ReportTable.Of("followed", new("Uppföljda och bortfall", "Followed and lost"), language, all,
        [
            new("indicator", new("Indikator, mätomgång", "Indicator, wave"), f => f.Indicator.Code, f => $"{f.Indicator.Code}, {f.Wave.Code}", 5),
            new("wave", null, f => f.Wave.Code),
            new("group", new("Grupp", "Group"), f => f.Group.Code(), f => $"{ReportTerms.Of(f.Group).In(language)}{(f.Subgroup is { } part ? $", {part}" : "")}", 5),
            new("subgroup", null, f => f.Subgroup),
            new("planned", new("Planerat", "Planned"), f => f.Planned, Width: 3),
            new("baseline", new("Före", "Before"), f => f.Attrition?.Baseline, Width: 2),
            new("kept", new("Mätta igen", "Measured again"), f => f.Attrition?.Kept, Width: 2),
            new("joined", new("Nya", "New"), f => f.Attrition?.Joined, Width: 2),
            new("lost", new("Bortfall", "Lost"), f => f.Attrition?.Lost, f => Lost(f, language), 4),
            new("unavailable", null, f => f.Unavailable?.Code),
        ]);
        return SharedReason(all) is null ? table : table with { Rows = [] };
    }

    private static string Lost(Followed followed, Language language) => followed switch
    {
        { Unavailable: { } reason } => reason.Message.In(language),
        { Attrition.Lost: { } lost } => MeasuredTables.Percent(lost, language),
        _ => "–",
    };
}
