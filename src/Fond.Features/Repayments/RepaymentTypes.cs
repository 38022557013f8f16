using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Domain.Projects;
using Fond.Domain.Repayments;
using Fond.Features.Access;
using Fond.Features.Applications;
using Fond.Features.Impact.MoneyBack;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Repayments;

internal sealed class RepaymentAgreementType : NodeType<RepaymentAgreement>
{
    public RepaymentAgreementType() : base("How a project's savings come back to its fund, and what has become of it.")
    {
        Value("model", "How they come back.", a => a.Model);
        Value("share", "Of the savings that an evaluation has verified, 0 to 1.", a => a.Share, nullable: true);
        Value("contract", "The terms of an outcome contract.", a => a.Contract, nullable: true);
        Value("goal", "What must be reached for more than the loan to be repaid.", a => a.Goal, nullable: true);
        Value("deviationReason", "Why it is another model than the fund's rules say.", a => a.DeviationReason, nullable: true).NotedIn<RepaymentAgreement>(a => a.ApplicationId);
        Value("agreedOn", "When it was last agreed.", a => a.AgreedOn);
        Value("bindingOn", "Since when it binds and cannot be changed: the signing of the agreement with the project, or its own day where it came later.", a => a.BindingOn, nullable: true);
        Value("nextDueOn", "The earliest day by which something is still to be paid.", a => a.NextDueOn, nullable: true);
        Value("outstanding", "What is still to be paid of all instalments.", a => a.Outstanding);
        Value("paid", "What has been paid of them.", a => a.Instalments.Sum(i => i.Paid));
        Value("writtenDown", "What is not asked for any more.", a => a.Instalments.Sum(i => i.WrittenDown));
        Field<NonNullGraphType<BooleanGraphType>>("isOverdue").Description("Whether the day of some instalment has passed without its being paid.").Resolve(c => c.Source.NextDueOn < c.Service<Clock>().Today);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<InstalmentType>>>>("instalments").Description("What is to be paid, and what became of each.").Resolve(c => c.Source.Instalments.InOrder())
            .FieldType.NotedIn<RepaymentAgreement>(a => a.ApplicationId, "writeDownReason");
        One<Project>("project", "Whose savings.", a => a.ProjectId);
        One<Fund>("fund", "Where they come back to.", a => a.FundId);
    }
}

internal sealed class InstalmentType : ObjectGraphType<Instalment>
{
    public InstalmentType()
    {
        Name = "Instalment";
        Description = "A part of what is to be repaid, and what became of it.";
        Field(i => i.Number).Description("1, 2, 3 ... in the agreement.");
        Field(i => i.Unit).Description("Who pays.");
        Field<NonNullGraphType<DateOnlyGraphType>>("dueOn").Description("The last day on which it is not late.").Resolve(c => c.Source.DueOn);
        Field<NonNullGraphType<MoneyType>>("amount").Description("How much.").Resolve(c => c.Source.Amount);
        Field<NonNullGraphType<MoneyType>>("outstanding").Description("What is left of it.").Resolve(c => c.Source.Outstanding);
        Field<NonNullGraphType<EnumType<InstalmentState>>>("state").Description("What has become of it.").Resolve(c => c.Source.State);
        Field<NonNullGraphType<BooleanGraphType>>("isOverdue").Description("Whether its day has passed without its being paid.").Resolve(c => c.Source.IsOverdueOn(c.Service<Clock>().Today));
        Field(i => i.InvoiceNumber, nullable: true).Description("The invoice's number.");
        Field<DateOnlyGraphType>("invoicedOn").Description("When it was asked for.").Resolve(c => c.Source.InvoicedOn);
        Field<NonNullGraphType<MoneyType>>("paid").Description("What has been paid.").Resolve(c => c.Source.Paid);
        Field<DateOnlyGraphType>("paidOn").Description("When the last of it was paid.").Resolve(c => c.Source.PaidOn);
        Field<NonNullGraphType<MoneyType>>("writtenDown").Description("What is not asked for any more, since the saving did not come.").Resolve(c => c.Source.WrittenDown);
        Field(i => i.WriteDownReason, nullable: true).Description("Why.");
        Field<DateOnlyGraphType>("writtenDownOn").Description("The day of that decision.").Resolve(c => c.Source.WrittenDownOn);
        Field<PersonType>("writtenDownBy").Description("Who recorded it.").Resolve(c => c.Service<BatchLoader>().One<Person>(c.Source.WrittenDownById));
        Field<SettlementType>("settlement").Description("What it was worked out from; null for what was agreed beforehand, or is repaid whatever is saved.").Resolve(c => c.Source.Basis);
    }
}

internal sealed class SettlementType : ObjectGraphType<SettlementBasis>
{
    public SettlementType()
    {
        Name = "Settlement";
        Description = "What an instalment was worked out from: what was saved, by what the evaluator has verified.";
        Field<SavingsCaseType>("savings").Description("The verified savings.").Resolve(c => c.Service<BatchLoader>().One<SavingsCase>(c.Source.SavingsCaseId));
        Field(s => s.Horizon).Description("Years after the start within which they count.");
        Field<NonNullGraphType<MoneyType>>("saved").Description("What the municipality and its boards saved within them.").Resolve(c => c.Source.Saved);
        Field(s => s.GoalReached, nullable: true).Description("For an outcome contract, whether its goal was reached.");
    }
}
