using Fond.Domain.Common;
using Fond.Domain.Impact;

namespace Fond.Domain.Projects;

public sealed record ProjectClosed(DateOnly On) : Refusal("PROJECT_CLOSED", new(
    $"Projektet avslutades den {On:yyyy-MM-dd}.", $"The project was closed on {On:yyyy-MM-dd}."));

public sealed record ProjectPeriodReversed(DateOnly Start, DateOnly End) : Refusal("PROJECT_PERIOD_REVERSED", new(
    $"Projektets slut, {End:yyyy-MM-dd}, ligger före dess början, {Start:yyyy-MM-dd}.",
    $"The end of the project, {End:yyyy-MM-dd}, lies before its beginning, {Start:yyyy-MM-dd}."));

public sealed record ProjectGrantMissing() : Refusal("PROJECT_GRANT_MISSING", new(
    "Ett projekt behöver ett beviljat belopp över noll för minst ett år, högst ett per år.",
    "A project needs a granted amount above zero for at least one year, at most one a year."));

public sealed record ProjectDayInFuture(DateOnly Day) : Refusal("PROJECT_DAY_IN_FUTURE", new(
    $"{Day:yyyy-MM-dd} ligger i framtiden.", $"{Day:yyyy-MM-dd} is in the future."));

public sealed record ProjectDayTooEarly(DateOnly Day, DateOnly Earliest) : Refusal("PROJECT_DAY_TOO_EARLY", new(
    $"{Day:yyyy-MM-dd} är för tidigt; tidigast {Earliest:yyyy-MM-dd}.", $"{Day:yyyy-MM-dd} is too early; {Earliest:yyyy-MM-dd} at the earliest."));

public sealed record ProjectSpentAboveGrant(Money Spent, Money Granted) : Refusal("PROJECT_SPENT_ABOVE_GRANT", new(
    $"{Spent} är mer än de {Granted} som beviljades.", $"{Spent} is more than the {Granted} that was granted."));

public sealed record ProjectAgreementSigned(DateOnly On) : Refusal("PROJECT_AGREEMENT_SIGNED", new(
    $"Överenskommelsen tecknades redan den {On:yyyy-MM-dd}.", $"The agreement was already signed on {On:yyyy-MM-dd}."));

public sealed record ProjectAgreementMissing() : Refusal("PROJECT_AGREEMENT_MISSING", new(
    "Överenskommelsen är inte tecknad än.", "The agreement has not been signed yet."));

public sealed record ProjectAmountInvalid() : Refusal("PROJECT_AMOUNT_INVALID", new(
    "Beloppet ska vara större än noll.", "The amount must be above zero."));

public sealed record ProjectPurposeMissing() : Refusal("PROJECT_PURPOSE_MISSING", new(
    "Ange vad pengarna ska användas till.", "Say what the money is for."));

public sealed record ProjectDisbursementAboveGrant(int Year, Money Amount, Money Granted, Money Left) : Refusal("PROJECT_DISBURSEMENT_ABOVE_GRANT", new(
    $"{Amount} är mer än vad som återstår för {Year}: {Left} av beviljade {Granted}.",
    $"{Amount} is more than what is left for {Year}: {Left} of the {Granted} granted."));

public sealed record ProjectRequestUnknown(int Number) : Refusal("PROJECT_REQUEST_UNKNOWN", new(
    $"Projektet har ingen rekvisition nummer {Number}.", $"The project has no request number {Number}."));

public sealed record ProjectRequestSettled(int Number, DisbursementState State) : Refusal("PROJECT_REQUEST_SETTLED", new(
    $"Rekvisition {Number} är redan {(State == DisbursementState.Paid ? "utbetald" : "avslagen")}.",
    $"Request {Number} is already {(State == DisbursementState.Paid ? "paid" : "refused")}."));

public sealed record ProjectBaselineMissing(IReadOnlyList<BaselineGap> Gaps) : Refusal("PROJECT_BASELINE_MISSING", new(
    $"Efter den första utbetalningen betalas inget mer ut förrän baslinjen är mätt för varje primär indikator senast den dag då projektet började, för minst så många som fonden visar resultat av och minst hälften av det planerade antalet. Det som saknas: {string.Join("; ", Gaps.Select(g => g.Words.Sv))}.",
    $"After the first payment nothing more is paid until the baseline of each primary indicator was measured on or before the day on which the project began, of at least as many as the fund shows results of and at least half of the planned number. What lacks: {string.Join("; ", Gaps.Select(g => g.Words.En))}."));

public sealed record ProjectBaselineNotLate() : Refusal("PROJECT_BASELINE_NOT_LATE", new(
    "Ingen baslinje att godta: ingen är mätt för sent eller på för få att visa, eller så är den redan godtagen.",
    "There is no baseline to accept: none was measured too late or of too few to be shown, or it is accepted already."));

public sealed record ProjectRequestOpen(IReadOnlyList<int> Numbers) : Refusal("PROJECT_REQUEST_OPEN", new(
    $"Rekvisitioner väntar på svar: {string.Join(", ", Numbers)}. Betala ut eller avslå dem först.",
    $"Requests wait for an answer: {string.Join(", ", Numbers)}. Pay or refuse them first."));

public sealed record ProjectReasonMissing() : Refusal("PROJECT_REASON_MISSING", new("Ange skälen.", "Give the reasons."));

public sealed record ProjectMilestoneUnknown() : Refusal("PROJECT_MILESTONE_UNKNOWN", new(
    "Etappmålet hör inte till projektet.", "The milestone does not belong to the project."));

public sealed record ProjectMilestoneReached(string Name) : Refusal("PROJECT_MILESTONE_REACHED", new(
    $"Etappmålet \"{Name}\" är redan nått.", $"The milestone \"{Name}\" has already been reached."));

public sealed record ProjectReportFieldMissing() : Refusal("PROJECT_REPORT_FIELD_MISSING", new(
    "Fyll i uppgiften; slutrapporten kräver den.", "Fill this in; the final report needs it."));

public sealed record ProjectReportSubmitted(DateOnly On) : Refusal("PROJECT_REPORT_SUBMITTED", new(
    $"Slutrapporten lämnades in den {On:yyyy-MM-dd}.", $"The final report was handed in on {On:yyyy-MM-dd}."));

public sealed record ProjectReportMissing() : Refusal("PROJECT_REPORT_MISSING", new(
    "Slutrapporten är inte inlämnad.", "The final report has not been handed in."));

public sealed record ProjectFutureDecided(ProjectFuture Future) : Refusal("PROJECT_FUTURE_DECIDED", new(
    "Det är redan beslutat vad som händer efter projektet.", "What happens after the project is already decided."));

public sealed record ProjectFutureUndecided() : Refusal("PROJECT_FUTURE_UNDECIDED", new(
    "Besluta först vad som händer efter projektet.", "Decide first what happens after the project."));

public sealed record ProjectEvaluatorIsLead() : Refusal("PROJECT_EVALUATOR_IS_LEAD", new(
    "Projektledaren kan inte utvärdera sitt eget projekt.", "The project lead cannot evaluate their own project."));

public sealed record ProjectEvaluatorConflicted() : Refusal("PROJECT_EVALUATOR_CONFLICTED", new(
    "Personen har anmält jäv i ärendet.", "The person has declared a conflict of interest in the case."));

public sealed record ProjectEvaluatorRoleMissing() : Refusal("PROJECT_EVALUATOR_ROLE_MISSING", new(
    "Personen har inte rollen utvärderare i fonden.", "The person does not hold the role of evaluator in the fund."));
