using Fond.Domain.Consultations;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Consultations;

/// <summary>What came in, put together (remissammanställning).</summary>
/// <param name="ConsultationId">Whose comments of the public belong to it.</param>
/// <param name="Asked">How many bodies were asked.</param>
/// <param name="Statements">In the order in which the bodies were asked; without those that have not answered.</param>
internal sealed record Compilation(long ConsultationId, int Asked, IReadOnlyList<CompiledStatement> Statements, IReadOnlyList<CompiledQuestion> Questions)
{
    public static Compilation Of(Consultation consultation)
    {
        var statements = consultation.Requests.InOrder().Where(r => r.Statement is not null)
            .Select(r => new CompiledStatement(r.Id, r.BodyId, r.Statement!, consultation.StatusOf(r, r.Statement!.ReceivedOn) == RequestStatus.AnsweredLate)).ToList();
        return new(consultation.Id, consultation.Requests.Count, statements, [.. consultation.Questions.Select((question, i) => new CompiledQuestion(question, ByStance(statements, i)))]);
    }

    public IReadOnlyList<StanceCount> Stances() => [.. Enum.GetValues<Stance>().Select(stance => new StanceCount(stance, Statements.Count(s => s.Statement.Stance == stance)))];

    private static List<StanceAnswers> ByStance(List<CompiledStatement> statements, int question) =>
        [.. Enum.GetValues<Stance>().Select(stance => new StanceAnswers(stance,
            [.. statements.Where(s => s.Statement.Stance == stance && s.Statement.Answers[question].Length > 0).Select(s => new CompiledAnswer(s.BodyId, s.Statement.Answers[question], s.IsLate))]))
            .Where(group => group.Answers.Count > 0)];
}

internal sealed record CompiledStatement(long RequestId, long BodyId, Statement Statement, bool IsLate);

internal sealed record StanceCount(Stance Stance, int Count);

internal sealed record CompiledQuestion(string Question, IReadOnlyList<StanceAnswers> ByStance);

internal sealed record StanceAnswers(Stance Stance, IReadOnlyList<CompiledAnswer> Answers);

internal sealed record CompiledAnswer(long BodyId, string Answer, bool IsLate);
