namespace Fond.Domain.Access;

/// <summary>What a person is in Fond. A person may hold several; each may be limited to one fund.</summary>
public enum Role
{
    Applicant,
    CaseOfficer,
    Assessor,
    SteeringMember,
    SteeringChair,
    SteeringSecretary,
    BoardRegistrar,
    Evaluator,
    ReferralBody,
    CouncilMember,
    Auditor,
    Administrator,
}
