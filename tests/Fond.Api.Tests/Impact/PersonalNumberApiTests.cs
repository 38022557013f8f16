using System.Text.Json.Nodes;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.Platform;
using Fond.Api.Tests.Support;
using Fond.Features.Impact;
using Fond.Features.KeyFigures;
using Fond.Features.Platform.Mutations;
using Fond.Features.Projects;
using Fond.Features.Repayments;

namespace Fond.Api.Tests.Impact;

/// <summary>No text of projects, their follow-up and repayment takes a personal identity number, whichever mutation it comes by.</summary>
public sealed class PersonalNumberApiTests : FondTest
{
    private static readonly string[] Spaces = [typeof(SetMeasurementPlan).Namespace!, typeof(AddKeyFigure).Namespace!, typeof(ReachMilestone).Namespace!, typeof(AgreeRepayment).Namespace!];

    [Fact]
    public async Task Every_text_of_every_mutation_of_projects_and_their_follow_up_refuses_personal_numbers_at_its_path()
    {
        var schema = new InputSchema((await Fond.As("administrator").ReadAsync(InputSchema.Query))["__schema"]!);
        var doors = new Doors(Fond);
        var (missed, tried) = (new List<string>(), 0);
        foreach (var mutation in Inputs().Intersect(schema.Mutations.Select(m => m + "Input")).Select(m => m[..^"Input".Length]))
        {
            var name = char.ToLowerInvariant(mutation[0]) + mutation[1..];
            var client = Fond.As(AnyInputTests.HolderOf(doors.Of(name).Roles[0]));
            foreach (var (path, input) in schema.WithOneOff(mutation + "Input", "String", "Elev 811228-9874"))
            {
                var errors = (await client.TryAsync(name, input, "__typename"))["errors"]!.AsArray();
                if (!errors.Any(e => e!["code"]!.GetValue<string>() == "TEXT_PERSONAL_NUMBER" && string.Join('.', e["path"]!.AsArray()) == path)) missed.Add($"{mutation} {path}");
                tried++;
            }
        }
        Assert.Empty(missed);
        Assert.True(tried > 80, $"Only {tried} texts were tried.");
    }

    [Fact]
    public void A_text_that_is_not_well_formed_is_refused_for_that_alone() =>
        Assert.Equal(["TEXT_CONTROL_CHARACTERS"], InputGuard.Faults(new RevokeClientInput { LoggingClientId = "\ud800 1234567890" }).Select(f => f.Code));

    /// <summary>But for rows of measurements, each of which is judged by itself.</summary>
    private static IEnumerable<string> Inputs() => typeof(MutationInput).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, Namespace: not null } && t.IsSubclassOf(typeof(MutationInput)) && !t.IsAssignableTo(typeof(IJudgedByRow)) && Array.Exists(Spaces, s => t.Namespace.StartsWith(s, StringComparison.Ordinal)))
        .Select(t => t.Name).Order(StringComparer.Ordinal);
}
