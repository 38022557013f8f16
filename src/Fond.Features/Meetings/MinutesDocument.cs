using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Meetings;

/// <summary>Minutes as they are read, in Swedish: an elected body's members by name and party, officials by their offices.</summary>
internal static class MinutesDocument
{
    /// <param name="forEverybody">Without the paragraphs that are marked as secret, and without the grounds of conflicts of interest and the reasons why somebody was replaced.</param>
    public static Document Of(MinutesContent content, bool forEverybody) => Written(content, "Protokoll", [.. content.Items], !forEverybody,
        item => forEverybody && content.MarkOf(item) is { } mark ? MinutesParagraph.Closed(item, mark) : MinutesParagraph.Of(content, item, forEverybody));

    /// <summary>One paragraph, for the case that it is about.</summary>
    public static Document ExtractOf(MinutesContent content, AgendaItem item) => Written(content, "Protokollsutdrag", [item], withReasons: false, only => MinutesParagraph.Of(content, only, forEverybody: false));

    private static Document Written(MinutesContent content, string name, IReadOnlyList<AgendaItem> items, bool withReasons, Func<AgendaItem, IEnumerable<Block>> paragraph) =>
        new($"{name}, {content.Body.Name}, {content.Meeting.HeldOn:yyyy-MM-dd}", Language.Swedish, $"{content.Body.Name} {content.Meeting.HeldOn:yyyy-MM-dd}",
        [
            Head(content, items),
            new Heading(2, "Närvaro"),
            Attendance(content),
            .. items.SelectMany(paragraph),
            new Heading(2, "Justering"),
            new Paragraph(content.Minutes.Awaited.Any() ? "Utkast. Protokollet är inte justerat." : $"Protokollet är justerat {content.Minutes.Approvals[^1].On:yyyy-MM-dd}."),
            new Definitions([.. content.Minutes.ApproverIds.Select(p => (content.NameOf(p), content.Minutes.Approvals.FirstOrDefault(a => a.PersonId == p) is { } approval ? $"Justerade {approval.On:yyyy-MM-dd}" : "Har inte justerat"))]),
            .. content.Minutes.Replacements.Select(r => new Paragraph($"{content.NameOf(r.ById)} justerar i stället för {content.NameOf(r.PersonId)} från och med {r.On:yyyy-MM-dd}{(withReasons ? $" ({r.Reason})" : "")}.")),
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
            ("Ordförande", content.NameOf(content.Presided)),
            .. Secretaries(content).Select(s => ("Sekreterare", s)),
            ("Justeras av", string.Join(", ", content.Minutes.ApproverIds.Where(p => p != content.Presided).Select(content.NameOf))),
        ]);
    }

    private static IEnumerable<string> Secretaries(MinutesContent content) =>
        content.Meeting.Attendance.Where(a => a.IsPresent && content.SeatOf(a.PersonId)?.Role == MembershipRole.Secretary).Select(a => a.PersonId).Distinct().Select(content.NameOf);

    private static Table Attendance(MinutesContent content) => new("Ledamöter, ersättare och adjungerade", [new(content.Body.Kind.IsBoard() ? "Namn" : "Funktion", 3), new("Roll", 2), new("Närvaro", 4)],
        [.. content.Meeting.Attendance.OrderBy(a => a.Id).GroupBy(a => a.PersonId).Select(a => (IReadOnlyList<string>)[content.NameOf(a.Key), RoleOf(content, a.Key), Presence(content, [.. a])])]);

    private static string Presence(MinutesContent content, IReadOnlyList<Attendance> times) =>
        times[0].IsPresent ? string.Join("; ", times.OrderBy(t => t.FromItem ?? 1).Select(t => Time(content, t))) : "Frånvarande";

    private static string Time(MinutesContent content, Attendance attendance)
    {
        List<string> said = ["Närvarande"];
        if (attendance.ServesForId is { } member) said.Add($"tjänstgör för {content.NameOf(member)}");
        if (attendance.ServesInSeatId is { } seat) said.Add($"tjänstgör på den obesatta platsen som {MinutesContent.NameOf(content.Body.Members.Single(m => m.Id == seat))}");
        if (attendance.FromItem is { } from) said.Add($"från och med ärende {from} på föredragningslistan");
        if (attendance.UntilItem is { } until) said.Add($"till och med ärende {until - 1}");
        return string.Join(", ", said);
    }

    private static string RoleOf(MinutesContent content, long personId) =>
        content.SeatOf(personId)?.Role switch
        {
            MembershipRole.Chair => "Ordförande",
            MembershipRole.ViceChair => content.HasSecondViceChair ? "1:e vice ordförande" : "Vice ordförande",
            MembershipRole.SecondViceChair => "2:e vice ordförande",
            MembershipRole.Secretary => "Sekreterare",
            MembershipRole.Member => "Ledamot",
            MembershipRole.Substitute => "Ersättare",
            _ => "Adjungerad",
        };
}
