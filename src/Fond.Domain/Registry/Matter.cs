using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;

namespace Fond.Domain.Registry;

/// <summary>What a matter is entered as.</summary>
/// <param name="Title">Shortly, what it is about; for everybody unless it is marked.</param>
/// <param name="Programme">What it is about, where that is a programme.</param>
/// <param name="Body">Whose own matter it is, where it is a body's.</param>
/// <param name="Secrecy">Null: not marked.</param>
public sealed record MatterDetails(string Title, Programme? Programme = null, Body? Body = null, SecrecyMark? Secrecy = null);

/// <summary>A case of the registry that no application began (ärende): a consultation on a programme, a body's instructions, a budget.</summary>
public sealed class Matter : Aggregate
{
    private Matter() { }

    /// <param name="fund">By whose series and pattern it is numbered, and whose officers keep it.</param>
    /// <param name="next">Gives the next number of the series; asked only when nothing is wrong, so that none is lost.</param>
    /// <param name="today">The day in Sweden.</param>
    public Matter(Fund fund, MatterDetails details, Func<string> next, long by, DateOnly today)
    {
        Refuse.WhenAny(Faults());
        (FundId, Title, ProgrammeId, BodyId) = (fund.Id, details.Title.Trim(), details.Programme?.Id, details.Body?.Id);
        (CaseNumber, OpenedById, OpenedOn, Secrecy) = (next(), by, today, details.Secrecy);

        IEnumerable<Refusal> Faults()
        {
            if (details.Title.IsBlankOrLongerThan(LongestTitle)) yield return new MatterTitleInvalid { Path = ["title"] };
            if (details.Programme is { } programme && programme.Municipality != fund.Municipality) yield return new MatterOfOtherMunicipality { Path = ["programmeId"] };
            if (details.Body is { } body && body.Municipality != fund.Municipality) yield return new MatterOfOtherMunicipality { Path = ["bodyId"] };
        }
    }

    /// <summary>Characters.</summary>
    public const int LongestTitle = 300;

    public long FundId { get; private set; }

    public string CaseNumber { get; private set; } = "";

    public string Title { get; private set; } = "";

    public long? ProgrammeId { get; private set; }

    public long? BodyId { get; private set; }

    public long OpenedById { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>The day on which it ended; null: it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public long? ClosedById { get; private set; }

    /// <summary>Of its title, its entries and the consultations in it; null: not marked.</summary>
    public SecrecyMark? Secrecy { get; private set; }

    public void Mark(SecrecyMark? secrecy) => Secrecy = secrecy;

    /// <summary>Nothing more is done in it; what comes in later is registered all the same.</summary>
    /// <param name="isOut">Whether a consultation in it waits for its end.</param>
    /// <param name="today">The day in Sweden.</param>
    public void Close(bool isOut, long by, DateOnly today)
    {
        Refuse.When(ClosedOn is not null, new MatterClosed());
        Refuse.When(isOut, new MatterConsultationOut());
        (ClosedOn, ClosedById) = (today, by);
    }
}

/// <summary>A document of a matter as the registry has it.</summary>
public sealed class MatterDocument : RegistryEntry
{
    private MatterDocument() { }

    /// <param name="last">The number of the matter's last entry; 0 when this is the first.</param>
    /// <param name="targetId">The key of what it is, by its kind: a consultation, a statement's file. Null: only what the entry says.</param>
    /// <param name="by">Who registers it by hand; null: Fond.</param>
    public MatterDocument(Matter matter, int last, DocumentEntry entry, long? targetId, long? by, DateTimeOffset now)
    {
        Enter(last, entry, DocumentKinds.ByHandInMatters, targetId, by, now);
        MatterId = matter.Id;
    }

    public long MatterId { get; private set; }
}

public sealed record MatterTitleInvalid() : Refusal("MATTER_TITLE_INVALID", new(
    $"Ange kort vad ärendet rör, högst {Matter.LongestTitle} tecken.", $"Say shortly what the matter is about, in at most {Matter.LongestTitle} characters."));

public sealed record MatterOfOtherMunicipality() : Refusal("MATTER_OF_OTHER_MUNICIPALITY", new(
    "Ärendet registreras i den kommun som programmet eller organet hör till.", "The matter is registered in the municipality of its programme or body."));

public sealed record MatterClosed() : Refusal("MATTER_CLOSED", new(
    "Ärendet är avslutat. Lägg upp ett nytt ärende för det som görs härefter.", "The matter has been closed. Open a new one for what is done from now on."));

public sealed record MatterConsultationOut() : Refusal("MATTER_CONSULTATION_OUT", new(
    "En remiss i ärendet pågår. Avsluta eller återkalla den först.", "A consultation in the matter is out. Close or withdraw it first."));
