using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Meetings;

/// <summary>Minutes as they are read, in Swedish: by offices, not by persons.</summary>
internal static class MinutesDocument
{
    /// <param name="forEverybody">Without the paragraphs that are marked as secret, and without the grounds of conflicts of interest.</param>
    public static Document Of(MinutesContent content, bool forEverybody) => Written(content, "Protokoll", [.. content.Items],
        item => forEverybody && content.MarkOf(item) is { } mark ? MinutesParagraph.Closed(item, mark) : MinutesParagraph.Of(content, item, forEverybody));

    /// <summary>One paragraph, for the case that it is about.</summary>
    public static Document ExtractOf(MinutesContent content, AgendaItem item) => Written(content, "Protokollsutdrag", [item], only => MinutesParagraph.Of(content, only, forEverybody: false));

    private static Document Written(MinutesContent content, string name, IReadOnlyList<AgendaItem> items, Func<AgendaItem, IEnumerable<Block>> paragraph) =>
        new($"{name}, {content.Body.Name}, {content.Meeting.HeldOn:yyyy-MM-dd}", Language.Swedish, $"{content.Body.Name} {content.Meeting.HeldOn:yyyy-MM-dd}",
        [
            Head(content, items),
            new Heading(2, "Närvaro"),
            Attendance(content),
            .. items.SelectMany(paragraph),
            new Heading(2, "Justering"),
            new Paragraph(content.Minutes.Awaited.Any() ? "Utkast. Protokollet är inte justerat." : $"Protokollet är justerat {content.Minutes.Approvals[^1].On:yyyy-MM-dd}."),
            new Definitions([.. content.Minutes.ApproverIds.Select(p => (content.FunctionOf(p), content.Minutes.Approvals.FirstOrDefault(a => a.PersonId == p) is { } approval ? $"Justerade {approval.On:yyyy-MM-dd}" : "Har inte justerat"))]),
        ]);

    private static Definitions Head(MinutesContent content, IReadOnlyList<AgendaItem> items)
    {
        var (meeting, numbers) = (content.Meeting, items.Select(i => i.Paragraph).ToList());
        return new(
        [
            ("Organ", content.Body.Name),
            ("Tid", meeting.ClosedAt is { } end ? MunicipalTime.Show(meeting.OpenedAt!.Value, end) : MunicipalTime.Show(meeting.StartsAt)),
            ("Plats", meeting.Place),
            ("Sammanträdet", meeting.IsPublic ? "Öppet för allmänheten" : "Stängt för allmänheten"),
            ("Paragrafer", numbers is [var only] ? $"§ {only}" : $"§§ {numbers.Min()}–{numbers.Max()}"),
            ("Ordförande", content.FunctionOf(content.Minutes.ApproverIds[0])),
            ("Justeras av", string.Join(", ", content.Minutes.ApproverIds.Skip(1).Select(content.FunctionOf))),
        ]);
    }

    private static Table Attendance(MinutesContent content) => new("Ledamöter, ersättare och adjungerade", [new("Funktion", 3), new("Roll", 2), new("Närvaro", 4)],
        [.. content.Meeting.Attendance.OrderBy(a => a.Id).Select(a => (IReadOnlyList<string>)[content.FunctionOf(a.PersonId), RoleOf(content, a.PersonId), Presence(content, a)])]);

    private static string Presence(MinutesContent content, Attendance attendance)
    {
        if (!attendance.IsPresent) return "Frånvarande";
        List<string> said = ["Närvarande"];
        if (attendance.ServesForId is { } member) said.Add($"tjänstgör för {content.FunctionOf(member)}");
        if (attendance.FromItem is { } from) said.Add($"från och med ärende {from} på föredragningslistan");
        if (attendance.UntilItem is { } until) said.Add($"till och med ärende {until - 1}");
        return string.Join(", ", said);
    }

    private static string RoleOf(MinutesContent content, long personId) =>
        content.Body.Members.FirstOrDefault(m => m.PersonId == personId && m.HoldsOn(content.Meeting.HeldOn))?.Role switch
        {
            MembershipRole.Chair => "Ordförande",
            MembershipRole.ViceChair => "Vice ordförande",
            MembershipRole.Secretary => "Sekreterare",
            MembershipRole.Member => "Ledamot",
            MembershipRole.Substitute => "Ersättare",
            _ => "Adjungerad",
        };
}
