namespace Fond.Domain.Access;

/// <summary>What a person is in Fond. A person may hold several; each may be limited to one fund.</summary>
public enum Role
{
    /// <summary>Writes, submits and reports on the applications and projects that they lead (projektledare).</summary>
    Applicant,

    /// <summary>Checks, prepares and follows cases (handläggare).</summary>
    CaseOfficer,

    /// <summary>Scores the applications assigned to them (bedömare).</summary>
    Assessor,

    /// <summary>Reads the cases of the steering group.</summary>
    SteeringMember,

    /// <summary>Chairs the steering group and records its decisions.</summary>
    SteeringChair,

    /// <summary>Prepares the steering group and records its decisions.</summary>
    SteeringSecretary,

    /// <summary>Records what the executive board has decided.</summary>
    BoardRegistrar,

    /// <summary>Plans and logs measurements of the projects that they evaluate (utvärderare, följeforskare).</summary>
    Evaluator,

    /// <summary>Answers consultations for a referral body (remissinstans).</summary>
    ReferralBody,

    /// <summary>Answers consultations for a council (socialt hållbarhetsråd).</summary>
    CouncilMember,

    /// <summary>Reads everything and changes nothing (revisor).</summary>
    Auditor,

    /// <summary>Keeps programmes, funds, calls, bodies, people and roles.</summary>
    Administrator,
}
