using Fond.Domain.Common;

namespace Fond.Domain.Meetings;

/// <summary>What is missing or wrong in a meeting as it is planned, each fault with its place.</summary>
internal static class MeetingRules
{
    private const int LongestTitle = 300, LongestPlace = 200, MostItems = 200;

    public static IEnumerable<Refusal> DraftFaults(MeetingDraft draft)
    {
        if (draft.Place.IsBlank() || !IsLine(draft.Place, LongestPlace)) yield return new MeetingPlaceInvalid(LongestPlace) { Path = ["place"] };
    }

    public static IEnumerable<Refusal> ItemFaults(AgendaItemDraft draft, IReadOnlyCollection<AgendaItem> items)
    {
        if (draft.Title.IsBlank() || !IsLine(draft.Title, LongestTitle)) yield return new MeetingItemTitleInvalid(LongestTitle) { Path = ["title"] };
        if (items.Count >= MostItems) yield return new MeetingItemsTooMany(MostItems);
        if (draft.ApplicationId is { } application && items.Any(i => i.ApplicationId == application)) yield return new MeetingCaseTwice { Path = ["applicationId"] };
        if (draft.AttachmentIds.Distinct().Count() < draft.AttachmentIds.Count) yield return new MeetingDocumentTwice { Path = ["attachmentIds"] };
        if (draft.DocumentIds.Distinct().Count() < draft.DocumentIds.Count) yield return new MeetingDocumentTwice { Path = ["documentIds"] };
    }

    public static IEnumerable<Refusal> CallFaults(Meeting meeting, DateTimeOffset now)
    {
        if (meeting.Items.Count == 0) yield return new MeetingAgendaEmpty();
        if (meeting.StartsAt <= now) yield return new MeetingStartPast(meeting.StartsAt);
    }

    private static bool IsLine(string text, int longest) => text.Length <= longest && !text.AsSpan().ContainsAny('\r', '\n');
}
