using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Consultations;

internal sealed class CompilationType : ObjectGraphType<Compilation>
{
    private static readonly ForeignKey<PublicComment> CommentsOn = new(c => c.ConsultationId);

    public CompilationType()
    {
        Name = "Compilation";
        Description = "What came in, by question and stance. As a file: GET /consultations/{id}/compilation.csv.";
        Field(c => c.Asked).Description("How many bodies were asked.");
        Field<NonNullGraphType<IntGraphType>>("answered").Description("How many have answered, late ones included.").Resolve(c => c.Source.Statements.Count);
        Field<NonNullGraphType<IntGraphType>>("late").Description("How many of them answered late.").Resolve(c => c.Source.Statements.Count(s => s.IsLate));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StanceCountType>>>>("stances").Description("How many took each stance.").Resolve(c => c.Source.Stances());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CompiledQuestionType>>>>("questions").Description("Each question with its answers.").Resolve(c => c.Source.Questions);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CompiledStatementType>>>>("statements").Description("Each statement, in the order in which the bodies were asked.").Resolve(c => c.Source.Statements);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GraphQLClrOutputTypeReference<PublicComment>>>>>("publicComments").Description("What the public has said, oldest first.")
            .Resolve(c => c.Service<BatchLoader>().Many(CommentsOn, c.Source.ConsultationId).Then(comments => comments ?? []));
    }
}

internal sealed class CompiledStatementType : ObjectGraphType<CompiledStatement>
{
    public CompiledStatementType()
    {
        Name = "CompiledStatement";
        Description = "A body's statement, apart from its answers to the questions.";
        Field<GraphQLClrOutputTypeReference<Body>>("body").Description("Whose.").Resolve(c => c.Service<BatchLoader>().One<Body>(c.Source.BodyId));
        Field<NonNullGraphType<EnumType<Stance>>>("stance").Description("The stance.").Resolve(c => c.Source.Statement.Stance);
        Field<NonNullGraphType<StringGraphType>>("text").Description("What it said besides; may be empty.").Resolve(c => c.Source.Statement.Text);
        Field<NonNullGraphType<BooleanGraphType>>("late").Description("Whether it came after the body's last day.").Resolve(c => c.Source.IsLate);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StatementFileType>>>>("files").Description("Its files.")
            .Resolve(c => c.Service<BatchLoader>().Many(ReferralRequestType.FilesOf, c.Source.RequestId).Then(files => files ?? []));
    }
}

internal sealed class StanceCountType : ObjectGraphType<StanceCount>
{
    public StanceCountType()
    {
        Name = "StanceCount";
        Description = "How many took a stance.";
        Field<NonNullGraphType<EnumType<Stance>>>("stance").Description("The stance.").Resolve(c => c.Source.Stance);
        Field(c => c.Count).Description("How many.");
    }
}

internal sealed class CompiledQuestionType : ObjectGraphType<CompiledQuestion>
{
    public CompiledQuestionType()
    {
        Name = "CompiledQuestion";
        Description = "A question and what was answered to it.";
        Field(q => q.Question).Description("What was asked.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StanceAnswersType>>>>("byStance").Description("The answers by the stance of those who gave them; stances that nobody took are left out.").Resolve(c => c.Source.ByStance);
    }
}

internal sealed class StanceAnswersType : ObjectGraphType<StanceAnswers>
{
    public StanceAnswersType()
    {
        Name = "StanceAnswers";
        Description = "Answers of those who took the same stance.";
        Field<NonNullGraphType<EnumType<Stance>>>("stance").Description("The stance.").Resolve(c => c.Source.Stance);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CompiledAnswerType>>>>("answers").Description("The answers.").Resolve(c => c.Source.Answers);
    }
}

internal sealed class CompiledAnswerType : ObjectGraphType<CompiledAnswer>
{
    public CompiledAnswerType()
    {
        Name = "CompiledAnswer";
        Description = "A body's answer to a question.";
        Field<GraphQLClrOutputTypeReference<Body>>("body").Description("Who answered.").Resolve(c => c.Service<BatchLoader>().One<Body>(c.Source.BodyId));
        Field(a => a.Answer).Description("What it answered.");
        Field<NonNullGraphType<BooleanGraphType>>("late").Description("Whether the statement came after the body's last day.").Resolve(c => c.Source.IsLate);
    }
}
