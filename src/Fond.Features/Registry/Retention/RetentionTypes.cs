using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Registry;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry.Retention;

internal sealed class RetentionRuleType : NodeType<RetentionRule>
{
    public RetentionRuleType() : base("How long a fund keeps documents of a kind, by decision; the newest of a kind holds.", FieldAccess.For(RetentionRoles.Readers))
    {
        Value("kind", "Of what kind.", r => r.Kind);
        Value("years", "After the last document of a case that has ended; null for ever.", r => r.Years, nullable: true);
        Value("decision", "By which decision.", r => r.Decision);
        Value("setAt", "When it was set here.", r => r.SetAt);
        One<Fund>("fund", "Whose documents.", r => r.FundId);
        One<Person>("setBy", "Who set it here.", r => r.SetById);
    }
}

internal sealed class DisposalType : NodeType<Disposal>
{
    public DisposalType() : base("Documents whose time has come: one person proposes, another approves, and their content is gone; their entries stay.", FieldAccess.For(RetentionRoles.Readers))
    {
        Value("state", "Proposed, approved, rejected.", d => d.State);
        Value("proposedAt", "When it was proposed.", d => d.ProposedAt);
        Value("settledAt", "When it was approved or rejected.", d => d.SettledAt, nullable: true);
        One<Fund>("fund", "Whose documents.", d => d.FundId);
        One<Person>("proposedBy", "Who proposed it.", d => d.ProposedById);
        One<Person>("settledBy", "Who approved or rejected it; never who proposed it.", d => d.SettledById);
        Several<CaseDocument>("documents", "Which documents of cases.", d => d.Documents.InOrder().Select(x => x.DocumentId));
        Several<MatterDocument>("matterDocuments", "Which documents of matters.", d => d.MatterDocuments.InOrder().Select(x => x.DocumentId));
    }
}

internal sealed class RetentionVisibility : IVisible<RetentionRule>, IVisible<Disposal>
{
    public Expression<Func<RetentionRule, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(RetentionRoles.Readers);
        return all ? r => true : r => funds.Contains(r.FundId);
    }

    Expression<Func<Disposal, bool>> IVisible<Disposal>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(RetentionRoles.Readers);
        return all ? d => true : d => funds.Contains(d.FundId);
    }
}
