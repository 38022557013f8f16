using Fond.Domain.Consultations;
using Fond.Domain.Governance;
using Fond.Features.Platform.GraphQL;
using GraphQL.Types;

namespace Fond.Features.Consultations;

internal sealed class CompilationType : ObjectGraphType<Compilation>
{
    public CompilationType()
    {
        Name = "Compilation";
        Description = "What came in, by question and stance. As a file: GET /consultations/{id}/compilation.csv.";
        Field(c => c.Asked).Description("How many bodies were asked.");
        Field<NonNullGraphType<IntGraphType>>("answered").Description("How many have answered, late ones included.").Resolve(c => c.Source.Statements.Count);
        Field<NonNullGraphType<IntGraphType>>("late").Description("How many of them answered late.").Resolve(c => c.Source.Statements.Count(s => s.IsLate));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StanceCountType>>>>("stances").Description("How many took each stance.").Resolve(c => c.Source.Stances());
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CompiledQuestionType>>>>("questions").Description("Each question with its answers.").Resolve(c => c.Source.Questions);
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
