using Fond.Api.Scenarios;

namespace Fond.Api.Tests.Support;

/// <summary>Plays a scenario over HTTP, with the test's clock.</summary>
internal static class Stories
{
    public static Task PlayAsync(this FondServer fond, string name, string language = "en") => fond.PlayAsync(Scenario.Load(name), null, language);

    public static Task PlayAsync(this FondServer fond, Scenario scenario, Action<int, ScenarioStep, string>? told, string language = "en") =>
        new HttpScenario(fond.Http, async (days, _) => await fond.PassAsync(days), language).Player(fond.Today).PlayAsync(scenario, told, CancellationToken.None);

    private static Task PassAsync(this FondServer fond, int days)
    {
        fond.Clock.Advance(TimeSpan.FromDays(days));
        return fond.SweepAsync();
    }
}
