using Fond.Domain.Common;
using Fond.Domain.Governance;
using Fond.Domain.Meetings;
using Fond.Features.Platform.Documents;

namespace Fond.Features.Meetings;

/// <summary>One paragraph of the minutes.</summary>
internal static class MinutesParagraph
{
    public static IEnumerable<Block> Of(MinutesContent content, AgendaItem item, bool forEverybody) =>
        [new Heading(2, $"§ {item.Paragraph} {(forEverybody && content.MarkOfName(item) is not null ? Secret : item.Title)}"), .. Matter(content, item, forEverybody), .. Documents(content, item), .. MinutesTable.Of(content, item, forEverybody),
            .. Proposals(content, item, Withholds(content, item, forEverybody)), .. Ruling(content, item, Withholds(content, item, forEverybody)), .. MinutesTable.Voting(content, item), .. Remarks(content, item, Withholds(content, item, forEverybody))];

    /// <summary>Where there is no decision of its own to mark, what is said of the matter may repeat what is marked in the application.</summary>
    private static bool Withholds(MinutesContent content, AgendaItem item, bool forEverybody) => forEverybody && item.DecisionId is null && content.MarkOfMatter(item) is not null;

    /// <summary>What everybody may read of a paragraph that is marked: that there is one.</summary>
    public static IEnumerable<Block> Closed(AgendaItem item, SecrecyMark mark) =>
    [
        new Heading(2, $"§ {item.Paragraph} {Secret}"),
        new Paragraph($"Paragrafen är sekretessmarkerad ({mark.Ground}). Den som vill ta del av den kan begära det hos kommunen, som då prövar om den kan lämnas ut."),
    ];

    private const string Secret = "Ärende med sekretessmarkering";

    private static IEnumerable<Block> Matter(MinutesContent content, AgendaItem item, bool forEverybody)
    {
        if (content.CaseOf(item) is { } application)
            yield return new Definitions([("Diarienummer", application.CaseNumber!), ("Sökande", forEverybody && application.NameMark() is not null ? "Sekretessmarkerad uppgift" : application.Organisation)]);
        if (forEverybody && content.MarkOfMatter(item) is { } mark)
        {
            yield return new Paragraph($"Uppgifter i ansökan är sekretessmarkerade ({mark.Ground}). Ärendet och förslaget till beslut återges därför inte här. Den som vill ta del av dem kan begära det hos kommunen, som då prövar om de kan lämnas ut.");
            yield break;
        }

        if (item.Matter.Length > 0)
        {
            yield return new Heading(3, "Ärendet");
            yield return new Paragraph(item.Matter);
        }

        if (item.Proposal.Length > 0)
        {
            yield return new Heading(3, "Förslag till beslut");
            yield return new Paragraph(item.Proposal);
        }
    }

    private static IEnumerable<Block> Documents(MinutesContent content, AgendaItem item)
    {
        if (item.DocumentIds.Count == 0) yield break;
        yield return new Heading(3, "Handlingar");
        yield return new Bullets([.. content.Documents.LaidWith(item).Select(d => d.Sv)]);
    }

    private static IEnumerable<Block> Proposals(MinutesContent content, AgendaItem item, bool withheld)
    {
        if (withheld || item.Proposals.Count == 0) yield break;
        yield return new Heading(3, "Yrkanden");
        foreach (var moved in item.Proposals) yield return new Paragraph($"{content.NameOf(moved.PersonId)} yrkar: {moved.Text}");
    }

    private static IEnumerable<Block> Ruling(MinutesContent content, AgendaItem item, bool withheld)
    {
        yield return new Heading(3, item.Outcome == ItemOutcome.Opinion ? "Yttrande" : "Beslut");
        yield return new Paragraph(Sentence(content, item));
        var decision = item.DecisionId is { } id ? content.Decisions[id] : null;
        if (decision?.Delegation is { } delegation) yield return new Paragraph(delegation.InWords().Sv);
        if (decision is { Amounts.Count: > 1 }) yield return new Bullets([.. decision.Amounts.OrderBy(a => a.Year).Select(a => $"{a.Year}: {a.Amount}")]);
        if (decision is { Conditions.Count: > 0 })
        {
            yield return new Heading(4, "Villkor");
            yield return new Bullets(decision.Conditions);
        }

        if (withheld) yield break;
        if (item.Missing.Length > 0) yield return new Paragraph($"Detta saknas: {item.Missing}");
        if (item.Ruling.Length == 0) yield break;
        if (decision is not null) yield return new Heading(3, "Skäl för beslutet");
        yield return new Paragraph(item.Ruling);
    }

    private static string Sentence(MinutesContent content, AgendaItem item)
    {
        var (body, total) = (Named(content.Body.Kind), item.DecisionId is { } id ? content.Decisions[id].Total : Money.Zero);
        return (item.Outcome, item.ApplicationId) switch
        {
            (ItemOutcome.Approved, null) => $"{body} bifaller förslaget.",
            (ItemOutcome.ApprovedWithConditions, null) => $"{body} bifaller förslaget med villkor.",
            (ItemOutcome.Rejected, null) => $"{body} avslår förslaget.",
            (ItemOutcome.Approved, _) when item.DecisionId is null => $"{body} bifaller idén: en fullständig ansökan får göras.",
            (ItemOutcome.Rejected, _) when item.DecisionId is null => $"{body} avslår idén.",
            (ItemOutcome.Approved, _) => $"{body} bifaller ansökan och beviljar {total}.",
            (ItemOutcome.ApprovedWithConditions, _) => $"{body} bifaller ansökan med villkor och beviljar {total}.",
            (ItemOutcome.ApprovedInPart, _) => $"{body} bifaller ansökan delvis och beviljar {total}.",
            (ItemOutcome.Rejected, _) => $"{body} avslår ansökan.",
            (ItemOutcome.ReferredBack, not null) when !content.Body.Kind.MayDecide() => $"{body} anser att ärendet bör kompletteras innan det avgörs.",
            (ItemOutcome.ReferredBack, _) => $"{body} återremitterar ärendet.",
            (ItemOutcome.Tabled, _) => $"{body} bordlägger ärendet.",
            (ItemOutcome.Referred, _) when item.DecisionId is null => $"{body} överlämnar ärendet till {content.Bodies[item.ReferredToId!.Value]}.",
            (ItemOutcome.Referred, _) => $"{body} överlämnar ärendet till {content.Bodies[item.ReferredToId!.Value]} med förslaget att {(total > Money.Zero ? $"bevilja {total}" : "avslå ansökan")}.",
            (ItemOutcome.Opinion, _) => $"{body} yttrar sig.",
            (ItemOutcome.Noted, _) => $"{body} lägger ärendet till handlingarna.",
            (ItemOutcome.Dropped, _) => "Ärendet utgår.",
            _ => throw new InvalidOperationException("An item of closed minutes is settled."),
        };
    }

    private static IEnumerable<Block> Remarks(MinutesContent content, AgendaItem item, bool withheld)
    {
        if (withheld) yield break;
        if (item.Dissents.Count > 0) yield return new Heading(3, "Reservation");
        foreach (var dissent in item.Dissents)
            yield return new Paragraph($"{content.NameOf(dissent.PersonId)} reserverar sig mot beslutet{(dissent.Text.Length > 0 ? $": {dissent.Text}" : ".")}");
        if (item.Notes.Count > 0) yield return new Heading(3, "Protokollsanteckning");
        foreach (var note in item.Notes) yield return new Paragraph($"{content.NameOf(note.PersonId)}: {note.Text}");
    }

    private static string Named(BodyKind kind) => kind switch
    {
        BodyKind.SteeringGroup => "Styrgruppen",
        BodyKind.Subgroup => "Undergruppen",
        BodyKind.PreparationGroup => "Beredningsgruppen",
        BodyKind.Council => "Rådet",
        BodyKind.ExecutiveBoard => "Kommunstyrelsen",
        BodyKind.CouncilAssembly => "Kommunfullmäktige",
        BodyKind.ReferralBody => "Remissinstansen",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
