using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Repayments;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Repayments;

internal sealed class RepaymentFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<RepaymentCourse>();

    public void AddQueries(QueryFields queries) => queries.List("repaymentAgreements", "How savings come back to funds, newest first.", FieldAccess.SignedIn, c =>
    {
        var agreements = c.Visible<RepaymentAgreement>();
        var today = c.Service<Clock>().Today;
        if (c.GetArgument<string?>("fundId") is { } fund) agreements = agreements.Where(a => a.FundId == GlobalId.KeyOf<Fund>(fund));
        if (c.GetArgument<bool?>("overdue") is { } overdue)
        {
            var late = c.Db().Set<RepaymentAgreement>().IgnoreAutoIncludes().Where(a => a.NextDueOn < today).Select(a => a.Id); // found by their day first, or they would be looked for from the newest on
            agreements = overdue ? agreements.Where(a => late.Contains(a.Id)) : agreements.Where(a => a.NextDueOn == null || a.NextDueOn >= today);
        }
        return agreements;
    }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<BooleanGraphType>("overdue", "Only those of which something is overdue, or only others."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<AgreeRepayment, AgreeRepaymentInput, RepaymentAgreement>("repaymentAgreement", "Sets how the project's savings come back, from the decision until the agreement with the project is signed, which binds it; what had not been agreed by then is agreed later, and binds at once. What is owed by it is worked out by settleRepayment and settleGuaranteed.", Role.CaseOfficer);
        mutations.Add<SettleRepayment, SettleRepaymentInput, RepaymentAgreement>("repaymentAgreement", "Works out from verified savings what is owed, and adds what is not yet asked for as an instalment.", Role.CaseOfficer);
        mutations.Add<SettleGuaranteed, SettleGuaranteedInput, RepaymentAgreement>("repaymentAgreement", "Adds what an outcome contract repays whatever is saved, as far as it is not yet asked for, as an instalment.", Role.CaseOfficer);
        mutations.Add<InvoiceInstalment, InvoiceInstalmentInput, RepaymentAgreement>("repaymentAgreement", "Notes that an instalment has been invoiced. That it is paid is noted by recordRepayment.", Role.CaseOfficer);
        mutations.Add<WriteDownInstalment, WriteDownInstalmentInput, RepaymentAgreement>("repaymentAgreement", "The steering group decides that a saving did not come, and that it is not asked for any more.", Role.SteeringChair, Role.SteeringSecretary);
    }
}
