using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Registry;
using Fond.Domain.Tests.Funds;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Registry;

public sealed class MatterTests
{
    private static readonly DateOnly Today = MunicipalTime.Today(Given.Now);

    [Fact]
    public void It_takes_the_next_number_of_the_series()
    {
        var series = new NumberSeries("Lund", "KS", 2021);
        Assert.Equal(["KS 2021/0001", "KS 2021/0002"], new[] { "Remiss av programmet", "Budget" }.Select(title => Open(new(title), () => series.Next("{series} {year}/{number:0000}")).CaseNumber));
    }

    [Fact]
    public void What_is_refused_costs_no_number()
    {
        var asked = 0;
        Refused.By<MatterTitleInvalid>(() => Open(new(" "), Next));
        Refused.By<MatterTitleInvalid>(() => Open(new(new string('x', 301)), Next));
        Assert.Equal("bodyId", Assert.Single(Refused.ByAll(() => Open(new("Anvisningar", Body: Group("Ingenstans")), Next))).Path[0]);
        Assert.Equal(0, asked);
        Open(new("Anvisningar", Body: Group(AFund.Municipality)), Next);
        Assert.Equal(1, asked);

        string Next() => $"KS 2021/{++asked}";
    }

    [Fact]
    public void What_is_decided_on_it_is_registered_by_hand_and_what_an_application_brings_is_not()
    {
        var matter = Open(new("Budget"), () => "KS 2021/1");
        var decision = new MatterDocument(matter, 2, DocumentEntry.DrawnUp(DocumentKind.Decision, "Budgeten fastställs"), null, 7, Given.Now);
        Assert.Equal((3, Today), (decision.Number, decision.On));
        Refused.By<DocumentKindAutomatic>(() => new MatterDocument(matter, 0, DocumentEntry.In(DocumentKind.Application, "Förening", "Ansökan"), null, 7, Given.Now));
        Refused.By<DocumentDayAhead>(() => new MatterDocument(matter, 0, DocumentEntry.DrawnUp(DocumentKind.Note, "Samtal") with { On = Today.AddDays(1) }, null, 7, Given.Now));
    }

    [Fact]
    public void It_is_closed_once_and_not_while_a_consultation_is_out()
    {
        var matter = Open(new("Budget"), () => "KS 2021/1");
        Refused.By<MatterConsultationOut>(() => matter.Close(isOut: true, 7, Today));
        matter.Close(isOut: false, 8, Today);
        Assert.Equal((Today, 8L), (matter.ClosedOn!.Value, matter.ClosedById!.Value));
        Refused.By<MatterClosed>(() => matter.Close(isOut: false, 8, Today));
    }

    private static Fund AFund => new(FundTests.Terms());

    private static Body Group(string municipality) => new(new("Styrgruppen", BodyKind.SteeringGroup, municipality, null, 3));

    private static Matter Open(MatterDetails details, Func<string> next) => new(AFund, details, next, 7, Today);
}
