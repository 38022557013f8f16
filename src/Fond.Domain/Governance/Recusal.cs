using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Governance;

/// <summary>Why somebody may not take part in a case: the five points of kommunallagen (2017:725) 6 kap. 28 §.</summary>
public enum RecusalGround
{
    /// <summary>The matter is their own or that of somebody close to them, or its outcome means particular benefit or harm to one of them.</summary>
    OwnMatter,

    /// <summary>They, or somebody close to them, represent the one whom the matter concerns.</summary>
    Representative,

    /// <summary>The matter is the supervision of an activity that they are tied to.</summary>
    Supervision,

    /// <summary>They have acted as agent, or helped somebody in the matter for payment.</summary>
    Agent,

    /// <summary>Some other circumstance is apt to shake confidence in their impartiality.</summary>
    OtherCircumstance,
}

/// <summary>That somebody who prepares or decides a case does not take part in it (jäv). It shuts them out of the case, and is not taken back.</summary>
public sealed class Recusal : Aggregate
{
    private Recusal() { }

    /// <param name="declaredById">Whoever writes it down: the person, or an office where it was said.</param>
    public Recusal(Application application, long personId, RecusalGround ground, string reason, long declaredById, DateTimeOffset now)
    {
        Refuse.When(!application.HasComeIn || application.IsOver, new RecusalCaseNotOpen());
        Refuse.When(personId == application.LeadId, new RecusalOfLead { Path = ["personId"] });
        Refuse.When(string.IsNullOrWhiteSpace(reason), new RecusalReasonMissing { Path = ["reason"] });
        (ApplicationId, PersonId, Ground, Reason, DeclaredById, DeclaredAt) = (application.Id, personId, ground, reason.Trim(), declaredById, now);
    }

    public long ApplicationId { get; private set; }

    public long PersonId { get; private set; }

    public RecusalGround Ground { get; private set; }

    public string Reason { get; private set; } = "";

    public long DeclaredById { get; private set; }

    public DateTimeOffset DeclaredAt { get; private set; }
}

public sealed record RecusalCaseNotOpen() : Refusal("RECUSAL_CASE_NOT_OPEN", new(
    "Ärendet är inte öppet. Jäv anmäls i ett ärende som har kommit in och inte är avslutat.",
    "The case is not open. A conflict of interest is declared in a case that has come in and is not closed."));

public sealed record RecusalOfLead() : Refusal("RECUSAL_OF_LEAD", new(
    "Den som leder ansökan är jävig ändå och behöver inte anmäla det.", "Whoever leads the application has a conflict of interest anyway and need not declare it."));

public sealed record RecusalReasonMissing() : Refusal("RECUSAL_REASON_MISSING", new(
    "Ange vad jävet består i.", "Say what the conflict of interest consists of."));

public sealed record RecusalAlreadyDeclared() : Refusal("RECUSAL_ALREADY_DECLARED", new(
    "Personen har redan anmält jäv i ärendet.", "The person has already declared a conflict of interest in the case."));

public sealed record RecusalNotInvolved() : Refusal("RECUSAL_NOT_INVOLVED", new(
    "Personen har varken plats i fondens organ eller uppdrag i fonden och deltar inte i ärendet.",
    "The person has neither a seat in the fund's bodies nor an office in the fund, and takes no part in the case."));
