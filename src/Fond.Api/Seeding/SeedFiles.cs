using System.Text.Json;
using System.Text.Json.Serialization;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Impact.Catalogue;
using Fond.Domain.Programmes;

namespace Fond.Api.Seeding;

/// <summary>The files below seeds/, as they are written: amounts in öre, enum members in capitals.</summary>
internal static class SeedFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper), new Ore() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IEnumerable<ProgrammeSeed> Programmes() =>
        Directory.EnumerateFiles(In("programmes"), "*.json").Order(StringComparer.Ordinal).Select(Read<ProgrammeSeed>);

    public static IReadOnlyList<PersonSeed> People() => Read<List<PersonSeed>>(In("demo/people.json"));

    public static IReadOnlyList<BodySeed> Bodies() => Read<List<BodySeed>>(In("demo/bodies.json"));

    public static IReadOnlyList<FundSeed> Funds() => Read<List<FundSeed>>(In("demo/funds.json"));

    public static IReadOnlyList<IndicatorSeed> Indicators() => Read<List<IndicatorSeed>>(In("demo/indicators.json"));

    public static IReadOnlyList<KeyFigureSeed> KeyFigures() => Read<List<KeyFigureSeed>>(In("demo/key-figures.json"));

    private static string In(string path) => Path.Combine(AppContext.BaseDirectory, "seeds", path);

    private static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Options)!;
        }
        catch (JsonException fault)
        {
            throw new Hosting.StartupFault($"{file}: {fault.Path}: {fault.Message}");
        }
    }

    private sealed class Ore : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Ore);
    }
}

internal sealed record ProgrammeSeed(string Code, string Municipality, ProgrammeKind Kind, string Title, DateOnly From, DateOnly? To, IReadOnlyList<AreaText> Areas,
    IReadOnlyList<string> TargetGroups, IReadOnlyList<string> Arenas, IReadOnlyList<string> Principles, IReadOnlyList<SteeringDocument> SteeringDocuments)
{
    public ProgrammeText Text() => new()
    {
        Title = Title,
        From = From,
        To = To,
        Areas = Areas,
        TargetGroups = TargetGroups,
        Arenas = Arenas,
        Principles = Principles,
        SteeringDocuments = SteeringDocuments,
    };
}

internal sealed record PersonSeed(string Subject, string Name, string Organisation, string? Email, IReadOnlyList<RoleSeed> Roles);

/// <param name="Fund">By name; null: every fund.</param>
internal sealed record RoleSeed(Role Role, string? Fund);

internal sealed record BodySeed(string Name, BodyKind Kind, string Municipality, string? Parent, int Quorum, IReadOnlyList<SeatSeed> Members,
    string? CatchmentArea = null, IReadOnlyList<DelegationDetails>? Delegations = null, IReadOnlyList<string>? AlsoPreparesFor = null);

internal sealed record SeatSeed(string? Person, string Function, MembershipRole Role, DateOnly From, string? Represents = null, bool? Votes = null);

internal sealed record FundSeed(string Name, string Municipality, string Series, string NumberPattern, string? DecidingBody, string? BoardBody, int DisclosureThreshold,
    AllocationSeed Allocation, FundLimits Rules, CallSeed Call);

internal sealed record AllocationSeed(Money Amount, string Note);

internal sealed record CallSeed(string Title, int OpensDaysAgo, int ClosesInDays, IReadOnlyList<CriterionTerms> Criteria, string Workflow = Call.OneStep, bool DemandsEndorsements = false, bool DemandsIntentions = false);

/// <param name="ProposedBy">Subject.</param>
/// <param name="DecidedBy">Subject of who enters the steering group's decision.</param>
internal sealed record IndicatorSeed(string Fund, string Code, IndicatorTerms Indicator, string ProposedBy, string DecidedBy, string Paragraph);
