using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fond.Domain.KeyFigures;

namespace Fond.Features.KeyFigures.Kolada;

/// <summary>A page of values, in the form that version 2 documents and version 3 goes on with.</summary>
internal sealed record KoladaPage
{
    public required IReadOnlyList<KoladaSeries> Values { get; init; }

    [JsonPropertyName("next_page")]
    public string? NextPage { get; init; }

    /// <summary>What version 3 calls it.</summary>
    [JsonPropertyName("next_url")]
    public string? NextUrl { get; init; }

    internal string? Next => NextUrl ?? NextPage;
}

/// <summary>Of a municipality or a unit in one year.</summary>
internal sealed record KoladaSeries
{
    public required string Kpi { get; init; }

    public string? Municipality { get; init; }

    public string? Ou { get; init; }

    /// <summary>A year, as a number or as text.</summary>
    public required JsonElement Period { get; init; }

    public required IReadOnlyList<KoladaValue> Values { get; init; }

    internal string Id => Ou ?? Municipality ?? throw new JsonException();

    internal int Year => int.Parse(Period.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
}

internal sealed record KoladaValue
{
    public required string Gender { get; init; }

    public decimal? Value { get; init; }

    public string? Status { get; init; }

    public bool IsDeleted { get; init; }

    internal KeyFigureGender Of => Gender switch
    {
        "T" => KeyFigureGender.All,
        "K" => KeyFigureGender.Women,
        "M" => KeyFigureGender.Men,
        _ => throw new JsonException(),
    };

    /// <summary>What its status says of a value that is not there.</summary>
    internal MissingReason? Missing => IsDeleted ? MissingReason.Withdrawn
        : Value is not null ? null
        : Status?.Contains("private", StringComparison.OrdinalIgnoreCase) == true ? MissingReason.Secret
        : MissingReason.NotReported;
}
