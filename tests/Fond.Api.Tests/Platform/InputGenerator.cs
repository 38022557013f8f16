using System.Globalization;
using System.Text.Json.Nodes;
using Fond.Api.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Fond.Api.Tests.Platform;

/// <summary>
/// Any input that a mutation could be sent. Most are a whole input that names what there is, but for one to three fields that hold what has broken others, and come as far as the rules of the domain; of the others half are sensible
/// throughout, and half of the right shape and filled with such things, now and then of no shape at all.
/// </summary>
/// <param name="ids">By what the field that takes them is called, without Id: application, person.</param>
internal sealed class InputGenerator(InputSchema schema, ILookup<string, string> ids)
{
    private const int Deepest = 5;

    /// <summary>Stands in what reads as a text, so that it can be looked for where no text belongs.</summary>
    public const string Mark = "Qvistofta";

    internal static readonly string[] Plain = [$"Trygghet i {Mark}", $"Åsa {Mark}", $"e\u0301 {Mark}", "👨‍👩‍👧‍👦", $"Två\nrader {Mark}", "KS 2026/7", "t", "w0"];

    /// <summary>What some fields want to be told, by their names.</summary>
    private static readonly Dictionary<string, string[]> Wanted = new() { ["field"] = ["summary", "title", "targetGroup.area"], ["maskedFields"] = ["summary", "need"], ["email"] = ["a@example.org"], ["address"] = ["a@example.org"] };

    internal static readonly string[] Vicious =
    [
        "", " ", "\t\n", "0", "null", "Text", $"Åsa Öberg {Mark}", "👨‍👩‍👧‍👦", "e\u0301", $"\u0000{Mark}", "a\u0007b", "\u202efdp", "\ud800", "\ud800 1234567890", "\ufeff", "\uffff", "\u200b", $"a\u200b{Mark}", "NaN", "-Infinity",
        $"'; DROP TABLE \"People\"; -- {Mark}", "\" OR \"\"=\"", "1; SELECT pg_sleep(10)", "%' ESCAPE '!", "%_[a]", "\\", "$$", "{0}{1}", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}", "%s%n",
        $"<script>alert('{Mark}')</script>", $"a\r\nSet-Cookie: a={Mark}", "=HYPERLINK(\"http://127.0.0.1\")", "@SUM(1+1)", "../../etc/passwd", "a;b,c\"d", new string('x', 20_001), new string('"', 5_000),
    ];

    private static readonly string[] Days = ["2026-03-10", "2026-03-01", "2028-02-29", "2026-02-30", "0001-01-01", "9999-12-31", "2026-3-1", "i morgon"];

    private static readonly string[] Instants = ["2026-03-10T09:00:00Z", "2026-12-31T09:00:00+14:00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-03-10T09:00:00", "2026-03-29T02:30:00+01:00"];

    private readonly string[] _ids = [.. ids.SelectMany(kind => kind)];

    /// <param name="whole">An input of the type that whoever may would have come through with; ids that it could not know are put in their place.</param>
    public Arbitrary<JsonObject> For(string type, JsonObject whole) =>
        Arb.From(Gen.Frequency((4, Around(type, whole)), (1, Object(type, wild: false, 0)), (1, Object(type, wild: true, 0))));

    /// <summary>The whole input with up to three of its fields off.</summary>
    private Gen<JsonObject> Around(string type, JsonObject whole)
    {
        var leaves = Leaves(type, whole, []).ToList();
        var unknown = leaves.Where(l => IsUnknown(l, whole));
        return
            from found in Gen.CollectToArray(unknown, spot => Gen.Elements(Fitting(spot.Field)))
            from count in Gen.Choose(0, 3)
            from off in Gen.CollectToArray(Enumerable.Range(0, leaves.Count == 0 ? 0 : count), _ => Gen.Elements<Spot>(leaves).SelectMany(spot => spot.Off.Select(given => (spot.Path, Given: given))))
            select Changed(whole, [.. unknown.Zip(found, (spot, id) => (spot.Path, new Given(id))), .. off.OrderByDescending(o => o.Path.Length)]);
    }

    /// <summary>The whole input itself, with the first that fits in place of each id that its maker could not know.</summary>
    public JsonObject Sound(string type, JsonObject whole) => Changed(whole, Leaves(type, whole, []).Where(l => IsUnknown(l, whole)).Select(spot => (spot.Path, new Given(Fitting(spot.Field)[0]))));

    private static bool IsUnknown(Spot spot, JsonObject whole) => spot.Id && At(whole, spot.Path) is JsonValue value && value.TryGetValue<string>(out var id) && id == Unknown;

    /// <summary>What stands in a whole input for an id that its maker did not know.</summary>
    private const string Unknown = "abc";

    private static JsonObject Changed(JsonObject whole, IEnumerable<(string[] Path, Given Given)> changes)
    {
        var input = whole.DeepClone().AsObject();
        foreach (var (path, given) in changes)
        {
            var owner = At(input, path[..^1]);
            if (owner is JsonArray list && int.Parse(path[^1], CultureInfo.InvariantCulture) is var index && index < list.Count) list[index] = given.Node;
            else if (owner is JsonObject at && given is Absent) at.Remove(path[^1]);
            else if (owner is JsonObject there) there[path[^1]] = given.Node;
        }

        return input;
    }

    private static JsonNode? At(JsonNode? node, IEnumerable<string> path) => path.Aggregate(node, (at, part) => at switch
    {
        JsonArray list => int.Parse(part, CultureInfo.InvariantCulture) is var index && index < list.Count ? list[index] : null,
        JsonObject inner => inner[part],
        _ => null,
    });

    /// <summary>Everything in an input that can be off: its fields, the items of its lists, and the lists themselves.</summary>
    private IEnumerable<Spot> Leaves(string type, JsonObject value, string[] path) => schema.Type(type)["inputFields"]!.AsArray()
        .Where(f => f!["name"]!.GetValue<string>() is not ("expectedVersion" or "idempotencyKey")) // with these off, nothing else is looked at
        .SelectMany(f => LeavesOf(f!["name"]!.GetValue<string>(), f["type"]!, value[f["name"]!.GetValue<string>()], [.. path, f["name"]!.GetValue<string>()]));

    private IEnumerable<Spot> LeavesOf(string field, JsonNode type, JsonNode? value, string[] path)
    {
        if (type["kind"]!.GetValue<string>() == "NON_NULL") return LeavesOf(field, type["ofType"]!, value, path);
        if (value is JsonObject inner) return Leaves(type["name"]!.GetValue<string>(), inner, path);
        if (value is JsonArray list)
            return list.SelectMany((item, i) => LeavesOf(field, type["ofType"]!, item, [.. path, i.ToString(CultureInfo.InvariantCulture)]))
                .Append(new(field, path, Gen.Elements(new Given(new JsonArray()), new Given(new JsonArray([.. list.Concat(list).Select(item => item?.DeepClone())]))), false));
        return type["kind"]!.GetValue<string>() is "LIST" or "INPUT_OBJECT"
            ? [new(field, path, Some(field, type, wild: true, Deepest - 1), false)]
            : [new(field, path, Gen.Frequency((12, Hostile(field, type)), (1, Gen.Constant<Given>(new Absent()))), type["name"]!.GetValue<string>() == "ID")];
    }

    private Gen<Given> Hostile(string field, JsonNode type) => type["kind"]!.GetValue<string>() == "ENUM" ? Some(field, type, wild: false, 0) : type["name"]!.GetValue<string>() switch
    {
        "String" => Gen.Frequency((5, Gen.Elements(Vicious)), (1, Gen.Elements(Plain))).Select(v => new Given(v)),
        var scalar => Wild(field, scalar),
    };

    /// <param name="Off">What may be put there.</param>
    /// <param name="Id">Whether it names something.</param>
    private sealed record Spot(string Field, string[] Path, Gen<Given> Off, bool Id);

    private Gen<JsonObject> Object(string type, bool wild, int depth)
    {
        var fields = schema.Type(type)["inputFields"]!.AsArray().Select(f => (Name: f!["name"]!.GetValue<string>(), Type: f["type"]!)).ToList();
        return Gen.CollectToArray(fields, f => Any(f.Name, f.Type, wild, depth).Select(value => (f.Name, Value: value)))
            .Select(values => new JsonObject(values.Where(v => v.Value is not Absent).Select(v => KeyValuePair.Create(v.Name, v.Value.Node))));
    }

    private Gen<Given> Any(string field, JsonNode type, bool wild, int depth) => type["kind"]!.GetValue<string>() == "NON_NULL"
        ? Gen.Frequency((40, Some(field, type["ofType"]!, wild, depth)), (wild ? 1 : 0, Gen.Constant<Given>(new Absent())), (wild ? 1 : 0, Gen.Constant(new Given(null))))
        : Gen.Frequency((field != "expectedVersion" ? 8 : wild ? 1 : 0, Some(field, type, wild, depth)), (4, Gen.Constant<Given>(new Absent())), (wild ? 2 : 0, Gen.Constant(new Given(null))));

    private Gen<Given> Some(string field, JsonNode type, bool wild, int depth) => type["kind"]!.GetValue<string>() switch
    {
        "LIST" => Any(field, type["ofType"]!, wild, depth).Select(g => g.Node).ArrayOf().Resize(4).Select(items => new Given(new JsonArray(items))),
        "INPUT_OBJECT" when depth < Deepest => Object(type["name"]!.GetValue<string>(), wild, depth + 1).Select(o => new Given(o)),
        "INPUT_OBJECT" => Gen.Constant(new Given(new JsonObject())),
        "ENUM" => Gen.Elements<string>([.. schema.Type(type["name"]!.GetValue<string>())["enumValues"]!.AsArray().Select(v => v!["name"]!.GetValue<string>())]).Select(v => new Given(v)),
        _ => wild ? Gen.Frequency((60, Wild(field, type["name"]!.GetValue<string>())), (1, Odd)) : Sensible(field, type["name"]!.GetValue<string>()),
    };

    private Gen<Given> Sensible(string field, string scalar) => scalar switch
    {
        "ID" => Gen.Elements(Fitting(field)).Select(v => new Given(v)),
        "Int" => field == "year" ? Gen.Elements(2026, 2027).Select(v => new Given(v)) : Gen.Choose(0, 12).Select(v => new Given(v)),
        "Long" or "Money" => Gen.Choose(0, 500_000).Select(v => new Given(v * 100L)),
        "Decimal" => Gen.Choose(0, 100).Select(v => new Given(v / 100m)),
        "Boolean" => Gen.Elements(true, false).Select(v => new Given(v)),
        "DateOnly" => Gen.Elements(Days[..3]).Select(v => new Given(v)),
        "DateTimeOffset" => Gen.Elements(Instants[..2]).Select(v => new Given(v)),
        _ => field == "idempotencyKey" ? Gen.Fresh(() => new Given(Guid.NewGuid().ToString())) : Gen.Elements(Wanted.GetValueOrDefault(field, Plain)).Select(v => new Given(v)),
    };

    private string[] Fitting(string field)
    {
        var named = ids.Where(kind => field.TrimEnd('s').EndsWith(kind.Key + "Id", StringComparison.OrdinalIgnoreCase)).SelectMany(kind => kind).ToArray();
        return named.Length > 0 ? named : _ids;
    }

    private Gen<Given> Wild(string field, string scalar) => scalar switch
    {
        "ID" => Gen.Frequency((4, Gen.Elements(Fitting(field))), (1, Gen.Elements(_ids)), (1, Gen.Elements(Vicious))).Select(v => new Given(v)),
        "Int" => Gen.Elements(0, 1, -1, 4, 5, 2026, int.MaxValue, int.MinValue).Select(v => new Given(v)),
        "Long" or "Money" => Gen.Elements(0L, 1, -1, 100, 12_345_678_900, 9_007_199_254_740_991, long.MaxValue, long.MinValue).Select(v => new Given(v)),
        "Decimal" => Gen.Elements(0m, 1, -1, 0.5m, 0.0000001m, 999_999_999_999.999999m, decimal.MaxValue, decimal.MinValue).Select(v => new Given(v)),
        "DateOnly" => Gen.Elements(Days).Select(v => new Given(v)),
        "DateTimeOffset" => Gen.Elements(Instants).Select(v => new Given(v)),
        "String" => Gen.Frequency((4, Gen.Elements(Plain)), (2, Gen.Elements(Vicious)), (1, ArbMap.Default.GeneratorFor<string?>().Select(s => s ?? ""))).Select(v => new Given(v)),
        _ => Sensible(field, scalar),
    };

    /// <summary>Of the wrong kind.</summary>
    private static readonly Gen<Given> Odd = Gen.OneOf(
        Gen.Constant(new Given(7)), Gen.Constant(new Given("sju")), Gen.Constant(new Given(true)), Gen.Constant(new Given(1e300)), Gen.Fresh(() => new Given(new JsonObject { ["a"] = 1 })), Gen.Fresh(() => new Given(new JsonArray(1))));

    private record Given(JsonNode? Value)
    {
        /// <summary>A node of its own, for it can stand in one place only.</summary>
        public JsonNode? Node => Value?.DeepClone();
    }

    private sealed record Absent() : Given((JsonNode?)null);
}
