using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Assessments;
using Fond.Domain.Funds;
using Fond.Features.Applications;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Assessments;

internal sealed class AssessmentType : NodeType<Assessment>
{
    public AssessmentType() : base("One assessor's view of one application.")
    {
        Value("state", "Assigned, handed in, or ended by a conflict of interest.", a => a.State);
        Value("assignedAt", "When it was assigned.", a => a.AssignedAt);
        Value("submittedAt", "When it was handed in.", a => a.SubmittedAt, nullable: true);
        Value("conflictReason", "Why the assessor is shut out.", a => a.ConflictReason, nullable: true).NotedIn<Assessment>(a => a.ApplicationId);
        Value("weightedScore", "0 to 100, once handed in and while no conflict voids it.", a => a.WeightedScore, nullable: true);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ScoreType>>>>("scores").Description("What was scored, with reasons.").Resolve(c => c.Source.Scores.InOrder())
            .FieldType.NotedIn<Assessment>(a => a.ApplicationId, "reason");
        One<Person>("assessor", "Who.", a => a.AssessorId);
        One<Application>("application", "Of what.", a => a.ApplicationId);
    }
}

internal sealed class ScoreType : ObjectGraphType<Score>
{
    public ScoreType()
    {
        Name = "Score";
        Description = "What an assessor thinks by one criterion, and why.";
        Field<NonNullGraphType<IdGraphType>>("criterionId").Description("The criterion.").Resolve(c => GlobalId.Of<Criterion>(c.Source.CriterionId));
        Field(s => s.Value).Description("0 to the criterion's largest score; a gate is met (1) or not (0).");
        Field(s => s.Reason).Description("Why.");
    }
}

internal sealed class JointProposalType : NodeType<JointProposal>
{
    public JointProposalType() : base("What the assessors propose together to the steering group.")
    {
        Value("recommendation", "Grant, grant in part, reject.", p => p.Recommendation);
        Values("amounts", "By year; none for a rejection.", p => p.Amounts);
        Value("total", "Over all years.", p => p.Total);
        Field<NonNullGraphType<StringGraphType>>("reasoning").Description("Why.").Resolve(c => c.Noted(c.Source, c.Source.ApplicationId, c.Source.Reasoning));
        Value("proposedAt", "When.", p => p.ProposedAt);
        One<Person>("proposedBy", "Who wrote it down.", p => p.ProposedById);
    }
}
