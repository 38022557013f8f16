using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Features.Applications;
using Fond.Features.Governance.Recusals;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Funds;

internal sealed class FundType : NodeType<Fund>
{
    public FundType() : base("A social investment fund.", FieldAccess.Everybody)
    {
        Value("name", "Its name.", f => f.Name);
        Value("municipality", "Whose it is.", f => f.Municipality);
        Value("series", "The registry's series for its cases.", f => f.Series);
        Value("available", "Allocated and repaid, less what is reserved, granted or paid out.", f => f.Available);
        Value("disclosureThreshold", "Results of groups smaller than this are never shown.", f => f.DisclosureThreshold);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FundRulesType>>>>("rules").Description("What holds for grants, by time.").Resolve(c => c.Source.Rules.InOrder());
        Many<Call>("calls", "Its calls for applications.", call => call.FundId);
        Field<ValueType<FundBalance>>("balance").Description("Its money over time, with a forecast; for those who may read its ledger.").Resolve(FundBalances.Of).FieldType.Only(FundVisibility.LedgerReaders);
        One<Body>("decidingBody", "The steering group.", f => f.DecidingBodyId);
        One<Body>("boardBody", "The body that decides above the delegation limit.", f => f.BoardBodyId);
    }
}

internal sealed class FundRulesType : ObjectGraphType<FundRules>
{
    public FundRulesType()
    {
        Name = "FundRules";
        Description = "Limits that hold, or held, in a fund.";
        Field<NonNullGraphType<ValueType<FundLimits>>>("limits").Description("The limits and the days on which they hold.").Resolve(c => c.Source.Limits);
    }
}

internal sealed class CallType : NodeType<Call>
{
    public CallType() : base("A call for applications.", FieldAccess.Everybody)
    {
        Value("title", "Its name.", c => c.Title);
        Value("opensAt", "From when applications are taken.", c => c.OpensAt);
        Value("lastDay", "The last day on which an application is not late.", c => c.LastDay);
        Value("closesAt", "The first instant at which an application is late.", c => c.ClosesAt);
        Value("workflow", "The definition that its cases follow: one step or two.", c => c.Workflow);
        Value("demandsEndorsements", "Whether each partner's manager must have endorsed an application before it is handed in.", c => c.DemandsEndorsements);
        Value("demandsIntentions", "Whether they must also have said that the partner means to go on with the method if it proves good.", c => c.DemandsIntentions);
        Field<NonNullGraphType<BooleanGraphType>>("isOpen").Description("Whether an application would be taken now.")
            .Resolve(c => c.Service<Clock>().Now is var now && now >= c.Source.OpensAt && now < c.Source.ClosesAt);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<CriterionType>>>>("criteria").Description("What applications are judged by.").Resolve(c => c.Source.Criteria.InOrder());
        One<Fund>("fund", "Whose money it is.", c => c.FundId);
    }
}

internal sealed class CriterionType : ObjectGraphType<Criterion>
{
    public CriterionType()
    {
        Name = "Criterion";
        Description = "What an application is judged by.";
        Field<NonNullGraphType<IdGraphType>>("id").Description("For scores.").Resolve(c => GlobalId.Of<Criterion>(c.Source.Id));
        Field(c => c.Code).Description("Short and unique in the call.");
        Field<NonNullGraphType<StringGraphType>>("name").Description("What is asked.").Resolve(c => c.Say(c.Source.Name));
        Field<NonNullGraphType<EnumType<CriterionKind>>>("kind").Description("Gate or graded.").Resolve(c => c.Source.Kind);
        Field(c => c.Weight).Description("Per cent among the graded; zero for a gate.");
        Field(c => c.MaxScore).Description("The largest score; 1 for a gate.");
    }
}

internal sealed class LedgerTransactionType : NodeType<LedgerTransaction>
{
    public LedgerTransactionType() : base("A movement of money; its postings sum to zero.")
    {
        Value("at", "When.", t => t.At);
        Value("kind", "What moved it.", t => t.Kind);
        Value("year", "The budget year, where it belongs to one.", t => t.Year, nullable: true);
        Value("note", "In words.", t => t.Note).NotedIn<LedgerTransaction>(t => t.ApplicationId);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PostingType>>>>("postings").Description("Both sides.").Resolve(c => c.Source.Postings.InOrder());
        One<Fund>("fund", "Whose money.", t => t.FundId);
        One<Application>("application", "For which case.", t => t.ApplicationId);
    }
}

internal sealed class PostingType : ObjectGraphType<Posting>
{
    public PostingType()
    {
        Name = "Posting";
        Description = "One side of a movement.";
        Field<NonNullGraphType<EnumType<LedgerAccount>>>("account").Description("Where.").Resolve(c => c.Source.Account);
        Field<NonNullGraphType<MoneyType>>("amount").Description("Below zero where money leaves the account.").Resolve(c => c.Source.Amount);
    }
}

internal sealed class ApplicationBalanceType : NodeType<ApplicationBalance>
{
    public ApplicationBalanceType() : base("Where one application's money stands.")
    {
        Value("reserved", "Decided, not yet agreed.", b => b.Reserved);
        Value("granted", "Agreed, not yet paid out.", b => b.Granted);
        Value("disbursed", "Paid out.", b => b.Disbursed);
        Value("repaid", "Savings that came back.", b => b.Repaid);
    }
}

/// <summary>Funds and calls are public; the ledger is for those who handle or examine the fund, and each lead's own case.</summary>
internal sealed class FundVisibility : IVisible<Fund>, IVisible<Call>, IVisible<LedgerTransaction>, IVisible<ApplicationBalance>
{
    public static readonly Role[] LedgerReaders =
        [Role.CaseOfficer, Role.SteeringChair, Role.SteeringMember, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Fund, bool>> To(Actor actor, FondDb db) => fund => true;

    Expression<Func<Call, bool>> IVisible<Call>.To(Actor actor, FondDb db) => call => true;

    Expression<Func<LedgerTransaction, bool>> IVisible<LedgerTransaction>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(LedgerReaders);
        var (own, shut) = (OwnCases(actor, db), db.ShutOutOf(actor.Id));
        List<Expression<Func<LedgerTransaction, bool>>> terms = [t => t.ApplicationId != null && own.Contains(t.ApplicationId.Value)];
        if (all) terms.Add(t => t.ApplicationId == null || !shut.Contains(t.ApplicationId.Value));
        else if (funds.Length > 0) terms.Add(t => EF.MultipleParameters(funds).Contains(t.FundId) && (t.ApplicationId == null || !shut.Contains(t.ApplicationId.Value)));
        return AnyOf.Terms(terms);
    }

    Expression<Func<ApplicationBalance, bool>> IVisible<ApplicationBalance>.To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(LedgerReaders);
        var (own, shut) = (OwnCases(actor, db), db.ShutOutOf(actor.Id));
        List<Expression<Func<ApplicationBalance, bool>>> terms = [b => own.Contains(b.ApplicationId)];
        if (all) terms.Add(b => !shut.Contains(b.ApplicationId));
        else if (funds.Length > 0) terms.Add(b => funds.Contains(b.FundId) && !shut.Contains(b.ApplicationId));
        return AnyOf.Terms(terms);
    }

    public static IQueryable<long> OwnCases(Actor actor, FondDb db)
    {
        var me = actor.Id;
        return db.Set<Application>().Where(a => a.LeadId == me).Select(a => a.Id).Ahead();
    }
}
