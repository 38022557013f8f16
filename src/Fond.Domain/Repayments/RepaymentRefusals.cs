using Fond.Domain.Common;
using Fond.Domain.Funds;

namespace Fond.Domain.Repayments;

public sealed record RepaymentTermsAmiss(RepaymentModel Model) : Refusal("REPAYMENT_TERMS_AMISS", new(
    $"Uppgiften stämmer inte med återföringsmodellen ({Terms.Of(Model).Sv}): en plan har 1 till 60 delbetalningar, en andel är över 0 och högst 1, ett utfallskontrakt har villkor och mål, och ingen modell har de andras uppgifter.",
    $"This does not go with the repayment model ({Terms.Of(Model).En}): a plan has 1 to 60 instalments, a share is above 0 and at most 1, an outcome contract has terms and a goal, and none has what belongs to the others."));

public sealed record RepaymentDeviationUnexplained() : Refusal("REPAYMENT_DEVIATION_UNEXPLAINED", new(
    "Återföringsmodellen är en annan än i fondens regler. Ange varför, med högst 500 tecken.", "The repayment model is another than in the fund's rules. Say why, with at most 500 characters."));

public sealed record RepaymentPlanAboveGrant(Money Granted) : Refusal("REPAYMENT_PLAN_ABOVE_GRANT", new(
    $"Planen återför mer än de {Granted} som beviljades.", $"The plan repays more than the {Granted} that was granted."));

public sealed record RepaymentUnitInvalid(int Longest) : Refusal("REPAYMENT_UNIT_INVALID", new(
    $"Ange vem som återför, med högst {Longest} tecken.", $"Say who repays, with at most {Longest} characters."));

public sealed record RepaymentAmountInvalid() : Refusal("REPAYMENT_AMOUNT_INVALID", new("Beloppet ska vara större än noll.", "The amount must be above zero."));

public sealed record RepaymentDayPast(DateOnly Day) : Refusal("REPAYMENT_DAY_PAST", new(
    $"{Day:yyyy-MM-dd} har varit; ange en kommande dag.", $"{Day:yyyy-MM-dd} is not ahead; give a coming day."));

public sealed record RepaymentBinding(DateOnly On) : Refusal("REPAYMENT_BINDING", new(
    $"Överenskommelsen tecknades den {On:yyyy-MM-dd}; återföringen kan inte ändras efter det.", $"The agreement was signed on {On:yyyy-MM-dd}; the repayment cannot be changed after that."));

public sealed record RepaymentMissing() : Refusal("REPAYMENT_MISSING", new(
    "Ingen återföring är överenskommen för projektet.", "No repayment has been agreed for the project."));

public sealed record RepaymentNotBySavings(RepaymentModel Model) : Refusal("REPAYMENT_NOT_BY_SAVINGS", new(
    $"Återföringen följer inte verifierade besparingar ({Terms.Of(Model).Sv}).", $"The repayment does not follow verified savings ({Terms.Of(Model).En})."));

public sealed record RepaymentNothingGuaranteed() : Refusal("REPAYMENT_NOTHING_GUARANTEED", new(
    "Avtalet garanterar ingen del av återbetalningen: det som ska återbetalas beror på vad som sparas.",
    "The agreement guarantees no part of the repayment: what is to be repaid depends on what is saved."));

public sealed record RepaymentGoalUnclear() : Refusal("REPAYMENT_GOAL_UNCLEAR", new(
    "Ange om målet är nått när, och bara när, det är ett utfallskontrakt.", "Say whether the goal is reached when, and only when, it is an outcome contract."));

public sealed record RepaymentNothingOwed(Money Owed, Money Asked) : Refusal("REPAYMENT_NOTHING_OWED", new(
    $"Enligt besparingarna ska {Owed} återföras, och {Asked} är redan begärt.", $"By the savings {Owed} is to be repaid, and {Asked} is already asked for."));

public sealed record RepaymentInstalmentUnknown(int Number) : Refusal("REPAYMENT_INSTALMENT_UNKNOWN", new(
    $"Återföringen har ingen delbetalning nummer {Number}.", $"The repayment has no instalment number {Number}."));

public sealed record RepaymentInstalmentSettled(int Number) : Refusal("REPAYMENT_INSTALMENT_SETTLED", new(
    $"Av delbetalning {Number} återstår inget.", $"Nothing of instalment {Number} is left."));

public sealed record RepaymentInstalmentUnsaid() : Refusal("REPAYMENT_INSTALMENT_UNSAID", new(
    "Projektet har delbetalningar som inte är betalda. Ange vilken pengarna gäller.", "The project has instalments that are not paid. Say which of them the money is for."));

public sealed record RepaymentInvoiced(int Number, string InvoiceNumber) : Refusal("REPAYMENT_INVOICED", new(
    $"Delbetalning {Number} är redan fakturerad ({InvoiceNumber}).", $"Instalment {Number} is already invoiced ({InvoiceNumber})."));

public sealed record RepaymentInvoiceInvalid(int Longest) : Refusal("REPAYMENT_INVOICE_INVALID", new(
    $"Ange fakturans nummer, med högst {Longest} tecken.", $"Give the number of the invoice, with at most {Longest} characters."));

public sealed record RepaymentAboveInstalment(Money Outstanding) : Refusal("REPAYMENT_ABOVE_INSTALMENT", new(
    $"Av delbetalningen återstår {Outstanding}.", $"{Outstanding} of the instalment is left."));

public sealed record RepaymentWrittenDown(DateOnly On) : Refusal("REPAYMENT_WRITTEN_DOWN", new(
    $"Delbetalningen skrevs ned redan den {On:yyyy-MM-dd}.", $"The instalment was already written down on {On:yyyy-MM-dd}."));

public sealed record RepaymentByEvaluator() : Refusal("REPAYMENT_BY_EVALUATOR", new(
    "Den som har verifierat besparingen räknar inte av vad som ska återföras.", "Whoever has verified the saving does not settle what is to be repaid."));
