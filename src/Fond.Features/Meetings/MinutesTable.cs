using Fond.Domain.Meetings;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Meetings;

/// <summary>Who sat at the table for one paragraph of the minutes, and how they voted.</summary>
internal static class MinutesTable
{
    /// <param name="forEverybody">Without the grounds of conflicts of interest.</param>
    public static IEnumerable<Block> Of(MinutesContent content, AgendaItem item, bool forEverybody) => [.. Recusals(content, item, forEverybody), .. Seating(content, item)];

    public static IEnumerable<Block> Voting(MinutesContent content, AgendaItem item)
    {
        if (item.Votes is not { } votes) yield break;
        yield return new Heading(3, "Omröstning");
        yield return new Paragraph($"{votes.For} röstar för beslutet, {votes.Against} emot och {votes.Abstained} avstår.{(votes.CastingVote ? " Ordförandens utslagsröst avgör." : "")}");
        foreach (var (choice, said) in new[] { (VoteChoice.For, "För beslutet"), (VoteChoice.Against, "Emot"), (VoteChoice.Abstained, "Avstår") })
            if (votes.Each?.Where(v => v.Choice == choice).Select(v => content.NameOf(v.PersonId)).ToList() is { Count: > 0 } names) yield return new Paragraph($"{said}: {string.Join(", ", names)}.");
    }

    private static IEnumerable<Block> Recusals(MinutesContent content, AgendaItem item, bool forEverybody)
    {
        if (item.Recusals.Count == 0) yield break;
        yield return new Heading(3, "Jäv");
        foreach (var held in item.Recusals)
            yield return new Paragraph($"{content.NameOf(held.PersonId)} anmäls vara jävig och deltar inte i handläggningen av ärendet{(forEverybody ? "" : $" ({held.Ground})")}.");
    }

    /// <summary>Where it was another than at the meeting as a whole.</summary>
    private static IEnumerable<Block> Seating(MinutesContent content, AgendaItem item)
    {
        List<string> said = [];
        if (item.PresidingId is { } presiding && presiding != content.Presided) said.Add($"{content.NameOf(presiding)} leder behandlingen av ärendet som ordförande.");
        foreach (var substitute in content.Meeting.Attendance.Where(a => a.IsPresentAt(item.Number) && a.ServesForId is { } member && item.IsRecused(member)))
            said.Add($"{content.NameOf(substitute.PersonId)} tjänstgör i stället för {content.NameOf(substitute.ServesForId!.Value)}.");
        if (item.Outcome != ItemOutcome.Dropped && Away(content, item) is { Count: > 0 } away) said.Add($"Inte närvarande när ärendet behandlas: {string.Join(", ", away)}.");
        return said.Count == 0 ? [] : [new Heading(3, "Deltagande i ärendet"), .. said.Select(s => new Paragraph(s))];
    }

    /// <summary>Those who were at the meeting but not at this item.</summary>
    private static List<string> Away(MinutesContent content, AgendaItem item) =>
        [.. content.Meeting.Attendance.Where(a => a.IsPresent).Select(a => a.PersonId).Distinct().Where(p => !item.PresentIds.Contains(p) && !item.IsRecused(p)).Select(content.NameOf)];
}
