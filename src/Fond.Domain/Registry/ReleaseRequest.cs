using Fond.Domain.Common;

namespace Fond.Domain.Registry;

public enum ReleaseOutcome
{
    /// <summary>The document is handed out as it is.</summary>
    InFull,

    /// <summary>It is handed out with something masked.</summary>
    InPart,

    /// <summary>It is not handed out.</summary>
    Refused,
}

/// <summary>What a test came to.</summary>
/// <param name="Ground">The provision: <c>OSL 26 kap. 1 §</c>. Null when it is handed out in full.</param>
/// <param name="Masked">What is masked; null unless it is handed out in part.</param>
/// <param name="Reasons">Why; null when it is handed out in full.</param>
/// <param name="MaskedFields">Which fields of the application's form are masked, by their paths; of what was handed in alone.</param>
public sealed record ReleaseDraft(ReleaseOutcome Outcome, string? Ground, string? Masked, string? Reasons, IReadOnlyList<string> MaskedFields);

/// <summary>
/// Somebody asks for a document (begäran om utlämnande). Whether it can be given out is tested each time, whatever mark it has. Who asks need not say who they
/// are or why (tryckfrihetsförordningen 2 kap. 18 §).
/// </summary>
public abstract class DocumentRelease : Aggregate
{
    private protected DocumentRelease() { }

    /// <param name="requester">Null: did not say.</param>
    /// <param name="today">The day in Sweden.</param>
    private protected DocumentRelease(RegistryEntry document, string? requester, DateOnly receivedOn, long by, DateOnly today)
    {
        Refuse.WhenAny(Faults());
        (DocumentId, Requester, ReceivedOn, RegisteredById) = (document.Id, requester?.Trim(), receivedOn, by);

        IEnumerable<Refusal> Faults()
        {
            if (requester is not null && requester.IsBlankOrLongerThan(LongestRequester)) yield return new ReleaseRequesterInvalid { Path = ["requester"] };
            if (receivedOn > today) yield return new DocumentDayAhead { Path = ["receivedOn"] };
        }
    }

    /// <summary>Characters.</summary>
    public const int LongestRequester = 200;

    public long DocumentId { get; private set; }

    /// <summary>Who asks, where they said so.</summary>
    public string? Requester { get; private set; }

    public DateOnly ReceivedOn { get; private set; }

    public long RegisteredById { get; private set; }

    /// <summary>Null: not tested yet.</summary>
    public ReleaseOutcome? Outcome { get; private set; }

    /// <summary>By which provision something is withheld.</summary>
    public string? Ground { get; private set; }

    /// <summary>What is masked, in words.</summary>
    public string? Masked { get; private set; }

    /// <summary>Which fields of the application's form are masked, by their paths.</summary>
    public IReadOnlyList<string> MaskedFields { get; private set; } = [];

    public string? Reasons { get; private set; }

    public long? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When the requester was given a decision in writing, which can be appealed; null: has not asked for one.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>Once; who asks again is tested again.</summary>
    /// <param name="document">What is asked for.</param>
    public void Decide(RegistryEntry document, ReleaseDraft draft, long by, DateTimeOffset now)
    {
        Refuse.When(Outcome is not null, new ReleaseAlreadyDecided());
        Refuse.WhenAny(ReleaseRules.Faults(document, draft));
        (Outcome, Ground, Masked, Reasons, DecidedById, DecidedAt) = (draft.Outcome, draft.Ground?.Trim(), draft.Masked?.Trim(), draft.Reasons?.Trim(), by, now);
        MaskedFields = [.. draft.MaskedFields.Distinct()];
    }

    /// <summary>The requester asks for a decision in writing (offentlighets- och sekretesslagen 6 kap. 3 §): only of what was withheld.</summary>
    public void Write(DateTimeOffset now)
    {
        Refuse.When(Outcome is null or ReleaseOutcome.InFull, new ReleaseNothingWithheld());
        Refuse.When(WrittenAt is not null, new ReleaseAlreadyWritten());
        WrittenAt = now;
    }
}

/// <summary>For a document of a case.</summary>
public sealed class ReleaseRequest : DocumentRelease
{
    private ReleaseRequest() { }

    /// <param name="requester">Null: did not say.</param>
    /// <param name="today">The day in Sweden.</param>
    public ReleaseRequest(CaseDocument document, string? requester, DateOnly receivedOn, long by, DateOnly today) : base(document, requester, receivedOn, by, today) => ApplicationId = document.ApplicationId;

    public long ApplicationId { get; private set; }
}

/// <summary>For a document of a matter.</summary>
public sealed class MatterReleaseRequest : DocumentRelease
{
    private MatterReleaseRequest() { }

    /// <param name="requester">Null: did not say.</param>
    /// <param name="today">The day in Sweden.</param>
    public MatterReleaseRequest(MatterDocument document, string? requester, DateOnly receivedOn, long by, DateOnly today) : base(document, requester, receivedOn, by, today) => MatterId = document.MatterId;

    public long MatterId { get; private set; }
}
