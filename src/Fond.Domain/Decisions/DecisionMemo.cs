using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Decisions;

/// <summary>What an officer writes before a decision, by the headings of municipal memos.</summary>
/// <param name="Summary">Sammanfattning.</param>
/// <param name="Documents">What the decision stands on (beslutsunderlag), a line each.</param>
/// <param name="BestInterests">Barnets bästa.</param>
/// <param name="Matter">Ärendet.</param>
/// <param name="Proposal">Förslag till beslut.</param>
/// <param name="DispatchTo">To whom the decision goes (beslut expedieras till), a line each.</param>
public sealed record MemoText(string Summary, IReadOnlyList<string> Documents, string BestInterests, string Matter, string Proposal, IReadOnlyList<string> DispatchTo);

/// <summary>A finished memo as a file.</summary>
/// <param name="Size">Bytes.</param>
public sealed record MemoFile(string Sha256, long Size);

/// <summary>The officer's memo to the body that decides (tjänsteskrivelse): a draft until it is finished, and then never changed.</summary>
public sealed class DecisionMemo : Aggregate
{
    /// <summary>Lines of each list.</summary>
    public const int MostLines = 100;

    /// <summary>Characters.</summary>
    public const int LongestLine = 200;

    private DecisionMemo() { }

    public DecisionMemo(Application application, MemoText text, long writtenById)
    {
        Refuse.When(application.IsOver, new MemoCaseOver { Path = ["applicationId"] });
        Refuse.When(application.CaseNumber is null, new MemoCaseUnregistered { Path = ["applicationId"] });
        (ApplicationId, WrittenById) = (application.Id, writtenById);
        Write(text);
    }

    public long ApplicationId { get; private set; }

    public long WrittenById { get; private set; }

    public MemoText Text { get; private set; } = new("", [], "", "", "", []);

    /// <summary>Null: a draft.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public MemoFile? File { get; private set; }

    public void Write(MemoText text)
    {
        DemandDraft();
        Refuse.WhenAny(Faults(text));
        Text = text;
    }

    /// <exception cref="RefusedException">With every missing part at once; where children are concerned, their best interests are a part.</exception>
    public void DemandWhole(bool concernsChildren)
    {
        DemandDraft();
        (bool IsMissing, string Path)[] parts =
        [
            (Text.Summary.IsBlank(), "summary"), (Text.Documents.Count == 0, "documents"), (concernsChildren && Text.BestInterests.IsBlank(), "bestInterests"),
            (Text.Matter.IsBlank(), "matter"), (Text.Proposal.IsBlank(), "proposal"), (Text.DispatchTo.Count == 0, "dispatchTo"),
        ];
        Refuse.WhenAny(parts.Where(p => p.IsMissing).Select(p => new MemoPartMissing { Path = [p.Path] }));
    }

    public void Finish(MemoFile file, DateTimeOffset now)
    {
        DemandDraft();
        (File, FinishedAt) = (file, now);
    }

    private void DemandDraft() => Refuse.When(FinishedAt is not null, new MemoFinished());

    private static IEnumerable<Refusal> Faults(MemoText text)
    {
        foreach (var (lines, path) in new[] { (text.Documents, "documents"), (text.DispatchTo, "dispatchTo") })
            if (lines.Count > MostLines || lines.Any(l => l.IsBlankOrLongerThan(LongestLine))) yield return new MemoLinesInvalid { Path = [path] };
    }
}

public sealed record MemoCaseUnregistered() : Refusal("MEMO_CASE_UNREGISTERED", new(
    "Ärendet har inte kommit in.", "The case has not come in."));

public sealed record MemoCaseOver() : Refusal("MEMO_CASE_OVER", new(
    "Ärendet är avslutat.", "The case is over."));

public sealed record MemoFinished() : Refusal("MEMO_FINISHED", new(
    "Tjänsteskrivelsen är färdig och ändras inte. Skriv en ny.", "The memo is finished and is not changed. Write another."));

public sealed record MemoPartMissing() : Refusal("MEMO_PART_MISSING", new(
    "Avsnittet saknas.", "The section is missing."));

public sealed record MemoLinesInvalid() : Refusal("MEMO_LINES_INVALID", new(
    $"Högst {DecisionMemo.MostLines} rader, ingen tom eller längre än {DecisionMemo.LongestLine} tecken.",
    $"At most {DecisionMemo.MostLines} lines, none empty or longer than {DecisionMemo.LongestLine} characters."));
