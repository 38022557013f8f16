using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Decisions;
using Fond.Features.Applications;
using Fond.Features.Assessments;
using Fond.Features.Meetings;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Decisions;

internal sealed class DecisionMemoType : NodeType<DecisionMemo>
{
    public const string FileName = "tjansteskrivelse.pdf";

    public DecisionMemoType() : base("The officer's memo to the body that decides (tjänsteskrivelse).")
    {
        Field<NonNullGraphType<ValueType<MemoText>>>("text").Description("What it says, by its headings.").Resolve(c => c.Service<BatchLoader>().One<Application>(c.Source.ApplicationId).Then(application =>
            {
                if (application is null) return c.Source.Text;
                c.Service<SecretReadings>().NoteFields(application, application, MemoTemplate.Told);
                return c.Source.Text;
            }));
        Value("finishedAt", "When it was finished and registered; null while it is a draft.", m => m.FinishedAt, nullable: true);
        Value("sha256", "Of the finished file.", m => m.File?.Sha256, nullable: true);
        Value("path", "Where GET gives it as a PDF, with the same sign-in.", m => "/memos/" + GlobalId.Of<DecisionMemo>(m.Id));
        One<Person>("writtenBy", "Who began it.", m => m.WrittenById);
        One<Application>("application", "In which case.", m => m.ApplicationId);
    }
}

internal sealed class DispatchType : NodeType<Dispatch>
{
    public DispatchType() : base("That a decision was sent to those whom it concerns: to whom, when and by which channel.")
    {
        Values("recipients", "To whom, and how.", d => d.Recipients).NotedInDispatch("name", "address");
        Value("text", "The decision in words as it was sent, in both languages, whatever the case is called by now; null for what was sent before it was kept.", d => d.Text, nullable: true)
            .NotedFieldsIn<Dispatch>(d => d.ApplicationId, ApplicationFields.Name).NotedInDispatch();
        Value("sha256", "Of the decision's text as it was sent, in UTF-8: the body of the e-mail; null for what was sent before it was kept.", d => d.Sha256, nullable: true);
        Value("sentAt", "When.", d => d.SentAt);
        One<Person>("sentBy", "Who saw to it.", d => d.SentById);
        One<Decision>("decision", "Which decision.", d => d.DecisionId);
    }
}

internal static class Memos
{
    /// <summary>The last finished memo of a case, if the caller may see it; null without a case.</summary>
    public static object? LastMemo(this BatchLoader loader, IResolveFieldContext context, long? applicationId) => applicationId is not { } id ? null : loader.By<DecisionMemo>("last memo", id, async (ids, ct) =>
        (await context.Visible<DecisionMemo>().Where(m => ids.Contains(m.ApplicationId) && m.FinishedAt != null).ToListAsync(ct)).GroupBy(m => m.ApplicationId).ToDictionary(g => g.Key, DecisionMemo? (g) => g.MaxBy(m => m.Id)));
}

/// <summary>A memo is for those who handle the case, and finished for whoever sits in a body that is called to it; to whom a decision went is for those who handle the case.</summary>
internal sealed class DecisionPapersVisibility(Clock clock, IVisible<Application> applications) : IVisible<DecisionMemo>, IVisible<Dispatch>
{
    public Expression<Func<DecisionMemo, bool>> To(Actor actor, FondDb db)
    {
        var atTable = db.AtTableOf(actor, clock.Today);
        Expression<Func<DecisionMemo, bool>> finished = m => m.FinishedAt != null && atTable.Contains(m.ApplicationId);
        if (applications.Handled(actor, db) is not { } handled) return finished;
        var cases = db.Set<Application>().Where(handled);
        return AnyOf.Terms(finished, m => cases.Any(a => a.Id == m.ApplicationId));
    }

    Expression<Func<Dispatch, bool>> IVisible<Dispatch>.To(Actor actor, FondDb db)
    {
        if (applications.Handled(actor, db) is not { } handled) return d => false;
        var cases = db.Set<Application>().Where(handled);
        return d => cases.Any(a => a.Id == d.ApplicationId);
    }
}
