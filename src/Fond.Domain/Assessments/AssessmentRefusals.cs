using Fond.Domain.Common;

namespace Fond.Domain.Assessments;

public sealed record AssessmentWrongState(AssessmentState State) : Refusal("ASSESSMENT_WRONG_STATE", new(
    $"Det går inte nu: {Swedish(State)}.", $"That cannot be done now: {English(State)}."))
{
    private static string Swedish(AssessmentState state) => state switch
    {
        AssessmentState.Assigned => "bedömningen är tilldelad men inte inlämnad",
        AssessmentState.ConflictDeclared => "jäv är anmält",
        AssessmentState.Submitted => "bedömningen är inlämnad",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    private static string English(AssessmentState state) => state switch
    {
        AssessmentState.Assigned => "the assessment is assigned but not submitted",
        AssessmentState.ConflictDeclared => "a conflict of interest has been declared",
        AssessmentState.Submitted => "the assessment has been submitted",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

public sealed record AssessmentAssessorMissing() : Refusal("ASSESSMENT_ASSESSOR_MISSING", new(
    "Ange minst en bedömare.", "Name at least one assessor."));

public sealed record AssessmentSameOrganisation(long PersonId, string Organisation) : Refusal("ASSESSMENT_SAME_ORGANISATION", new(
    $"Bedömaren hör till {Organisation}, som söker eller medverkar i ansökan.",
    $"The assessor belongs to {Organisation}, which applies or takes part in the application."));

public sealed record AssessmentByApplicant(long PersonId) : Refusal("ASSESSMENT_BY_APPLICANT", new(
    "Den som ansvarar för ansökan eller har skrivit i den kan inte bedöma den.", "Whoever leads the application or has written in it cannot assess it."));

public sealed record AssessmentAlreadyAssigned(long PersonId) : Refusal("ASSESSMENT_ALREADY_ASSIGNED", new(
    "Personen är redan bedömare av ansökan.", "The person is already an assessor of the application."));

public sealed record AssessmentByConflicted(long PersonId) : Refusal("ASSESSMENT_BY_CONFLICTED", new(
    "Personen har anmält jäv i ärendet och kan inte bedöma ansökan.", "The person has declared a conflict of interest in the case and cannot assess the application."));

public sealed record AssessmentCriterionUnknown() : Refusal("ASSESSMENT_CRITERION_UNKNOWN", new(
    "Kriteriet hör inte till ansökans utlysning.", "The criterion does not belong to the application's call."));

public sealed record AssessmentCriterionRepeated(string Criterion) : Refusal("ASSESSMENT_CRITERION_REPEATED", new(
    $"Kriteriet {Criterion} har poängsatts två gånger i samma inskick.", $"The criterion {Criterion} is scored twice in the same request."));

public sealed record AssessmentScoreOutOfRange(string Criterion, int Value, int Highest) : Refusal("ASSESSMENT_SCORE_OUT_OF_RANGE", new(
    $"Poängen för {Criterion} ska vara mellan 0 och {Highest}, inte {Value}.",
    $"The score for {Criterion} must be between 0 and {Highest}, not {Value}."));

public sealed record AssessmentReasonMissing(string Criterion) : Refusal("ASSESSMENT_REASON_MISSING", new(
    $"Motivera poängen för {Criterion}.", $"Give a reason for the score of {Criterion}."));

public sealed record AssessmentIncomplete(IReadOnlyList<string> Criteria) : Refusal("ASSESSMENT_INCOMPLETE", new(
    $"Dessa kriterier är inte poängsatta: {string.Join(", ", Criteria)}.", $"These criteria are not scored: {string.Join(", ", Criteria)}."));

public sealed record AssessmentConflictReasonMissing() : Refusal("ASSESSMENT_CONFLICT_REASON_MISSING", new(
    "Ange vad jävet består i.", "Say what the conflict of interest consists of."));

public sealed record AssessmentTooFew(int Assessors) : Refusal("ASSESSMENT_TOO_FEW", new(
    $"{Assessors} inlämnade bedömningar utan jäv; minst {AssessmentProgress.FewestAssessors} krävs. Utse fler bedömare.",
    $"{Assessors} assessments handed in without a conflict of interest; at least {AssessmentProgress.FewestAssessors} are needed. Assign more assessors."));

public sealed record AssessmentGateUnmet(IReadOnlyList<string> Gates) : Refusal("ASSESSMENT_GATE_UNMET", new(
    $"Bedömarna har funnit att krav inte är uppfyllda: {string.Join(", ", Gates)}. Ansökan kan bara avslås.",
    $"The assessors have found requirements unmet: {string.Join(", ", Gates)}. The application can only be rejected."));

public sealed record JointProposalByConflicted() : Refusal("JOINT_PROPOSAL_BY_CONFLICTED", new(
    "Den som har anmält jäv i ärendet kan inte lägga förslag.", "Somebody with a declared conflict of interest in the case cannot propose."));

public sealed record JointProposalReasoningMissing() : Refusal("JOINT_PROPOSAL_REASONING_MISSING", new(
    "Förslaget måste motiveras.", "The proposal must give its reasons."));

public sealed record JointProposalAmountsMissing() : Refusal("JOINT_PROPOSAL_AMOUNTS_MISSING", new(
    "Ange belopp per år för ett förslag om bifall.", "Give the amounts by year when you propose a grant."));

public sealed record JointProposalAmountsNotAllowed() : Refusal("JOINT_PROPOSAL_AMOUNTS_NOT_ALLOWED", new(
    "Ett förslag om avslag kan inte ha några belopp.", "A proposal to reject cannot carry amounts."));

public sealed record JointProposalAboveAsked(Money Proposed, Money Asked) : Refusal("JOINT_PROPOSAL_ABOVE_ASKED", new(
    $"Förslaget är på {Proposed}, men ansökan gäller {Asked}.", $"The proposal is {Proposed}, but the application asks for {Asked}."));

public sealed record JointProposalRecommendationMismatch(Recommendation Fitting) : Refusal("JOINT_PROPOSAL_RECOMMENDATION_MISMATCH", new(
    Fitting == Recommendation.Grant
        ? "Beloppen är desamma som ansökans: det är bifall i sin helhet."
        : "Minst ett år får mindre än vad som söks: det är delvis bifall.",
    Fitting == Recommendation.Grant
        ? "The amounts are those of the application: that is a grant in full."
        : "At least one year gets less than the application asks for: that is a grant in part."));
