using System.Linq.Expressions;
using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.GraphQL;

namespace Fond.Features.Meetings;

/// <summary>What anybody may read of announced minutes; the text is at <paramref name="Path"/>.</summary>
/// <param name="Id">Opaque and stable.</param>
/// <param name="Body">Whose meeting it was.</param>
/// <param name="Municipality">Whose body it is.</param>
/// <param name="MetOn">The day of the meeting.</param>
/// <param name="Paragraphs">By number.</param>
/// <param name="ApprovedOn">When the minutes were approved.</param>
/// <param name="AnnouncedOn">When the announcement was put up.</param>
/// <param name="Announcement">Its text.</param>
/// <param name="UpUntil">The announcement stays up to the end of this day.</param>
/// <param name="ReviewUntil">The last day on which a legality review can be asked for; null for a body that advises, whose opinions no court reviews.</param>
/// <param name="FinalOn">From this day on all that was decided is final and binding; null while a court reviews a paragraph, when it has repealed one, and for a body that advises.</param>
/// <param name="IsUp">Whether the announcement is still up.</param>
/// <param name="Path">The minutes as a page.</param>
/// <param name="PdfPath">The minutes as a file.</param>
internal sealed record PublicMinutes(
    [property: GraphQL.Id] string Id, string Body, string Municipality, DateOnly MetOn, IReadOnlyList<PublicParagraph> Paragraphs, DateOnly ApprovedOn, DateOnly AnnouncedOn,
    string Announcement, DateOnly UpUntil, DateOnly? ReviewUntil, DateOnly? FinalOn, bool IsUp, string Path, string PdfPath)
{
    public static readonly Expression<Func<Minutes, bool>> IsOpen = m => m.State == MinutesState.Announced || m.State == MinutesState.Final;

    public static PublicMinutes Of(MinutesContent content, Language language)
    {
        var minutes = content.Minutes;
        return new(GlobalId.Of<Minutes>(minutes.Id), content.Body.Name, content.Body.Municipality, minutes.MetOn, [.. content.Items.Select(i => PublicParagraph.Of(content, i, language))],
            minutes.ApprovedOn!.Value, minutes.AnnouncedOn!.Value, minutes.Announcement(content.Body).In(language), minutes.UpUntil!.Value, minutes.ReviewUntil, minutes.AllFinalOn,
            minutes.State == MinutesState.Announced, minutes.Path(), $"{minutes.Path()}/pdf");
    }
}

/// <summary>One paragraph of announced minutes.</summary>
/// <param name="Number">By body and year.</param>
/// <param name="Title">What it is called; where the case, its name or its decision is marked as secret, that it is.</param>
/// <param name="Outcome">What became of it; null under a mark of the case or the decision.</param>
/// <param name="FinalOn">From this day on it is final and binding; null while a court reviews it, when it has been repealed, and for a body that advises.</param>
/// <param name="IsRepealed">Whether a court has repealed it.</param>
internal sealed record PublicParagraph(int Number, string Title, ItemOutcome? Outcome, DateOnly? FinalOn, bool IsRepealed)
{
    private static readonly Text Marked = new("Ärende med sekretessmarkering", "An item that is marked as secret");

    public static PublicParagraph Of(MinutesContent content, AgendaItem item, Language language) =>
        new(item.Paragraph!.Value, content.MarkOfName(item) is null ? item.Title : Marked.In(language), content.MarkOf(item) is null ? item.Outcome : null,
            content.Minutes.FinalOnOf(item.Paragraph.Value), content.Minutes.IsRepealed(item.Paragraph.Value));
}

internal static class Announcements
{
    public static string Path(this Minutes minutes) => $"/minutes/{GlobalId.Of<Minutes>(minutes.Id)}";

    /// <summary>What the notice board says (anslagsbevis).</summary>
    public static Text Announcement(this Minutes minutes, Body body)
    {
        var last = LastDay(body);
        return new(
            $"Protokollet från sammanträdet med {body.Name} den {minutes.MetOn:yyyy-MM-dd} är justerat {minutes.ApprovedOn:yyyy-MM-dd}. Anslaget sätts upp {minutes.AnnouncedOn:yyyy-MM-dd} och tas ned efter {minutes.UpUntil:yyyy-MM-dd}{last.Sv} Protokollet finns tillgängligt: {minutes.KeptAt}.",
            $"The minutes of the meeting of {body.Name} on {minutes.MetOn:yyyy-MM-dd} were approved on {minutes.ApprovedOn:yyyy-MM-dd}. The announcement goes up on {minutes.AnnouncedOn:yyyy-MM-dd} and comes down after {minutes.UpUntil:yyyy-MM-dd}{last.En} The minutes can be read at: {minutes.KeptAt}.");
    }

    /// <summary>What an advising body says is no decision, and there is nothing for a court to review.</summary>
    private static Text LastDay(Body body) => body.Kind.MayDecide()
        ? new(", som är sista dagen för att begära laglighetsprövning.", ", the last day to ask for a legality review.")
        : new(". Organet är rådgivande och har inte fattat några beslut som kan laglighetsprövas.", ". The body is advisory and has made no decisions that can be tried by legality review.");
}
