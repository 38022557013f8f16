namespace Fond.Domain.Funds;

/// <summary>How a registry series writes its numbers, and whether another of the municipality might write the same one, some year.</summary>
/// <param name="Series">The registry's series, such as KS.</param>
/// <param name="Pattern">See <see cref="NumberSeries.Next"/>.</param>
public sealed record NumberPattern(string Series, string Pattern)
{
    private const int YearDigits = 4;

    /// <summary>One series counts once for all that write by it, so that its numbers differ where they are written alike; otherwise what each can write is compared.</summary>
    public bool MayClashWith(NumberPattern other) => this != other && Meet(Places(), 0, other.Places(), 0);

    private List<Place> Places()
    {
        var (places, written) = (new List<Place>(), 0);
        foreach (var part in NumberSeries.PartsOf(Pattern))
        {
            places.AddRange(Pattern[written..part.Index].Select(c => new Place(c)));
            places.AddRange(PlacesOf(part.Groups["name"].Value, part.Groups["format"].Length));
            written = part.Index + part.Length;
        }

        places.AddRange(Pattern[written..].Select(c => new Place(c)));
        return places;
    }

    private IEnumerable<Place> PlacesOf(string name, int width) => name switch
    {
        "series" => Series.Select(c => new Place(c)),
        "year" => Enumerable.Repeat(new Place(null), YearDigits),
        _ => Enumerable.Repeat(new Place(null), Math.Max(width, 1)).Append(new Place(null, IsRepeated: true)),
    };

    /// <summary>Whether some text fits both from there on.</summary>
    private static bool Meet(List<Place> ours, int i, List<Place> theirs, int j)
    {
        var (our, their) = (ours.ElementAtOrDefault(i), theirs.ElementAtOrDefault(j));
        if (our is null && their is null) return true;
        if (our is { IsRepeated: true } && Meet(ours, i + 1, theirs, j)) return true;
        if (their is { IsRepeated: true } && Meet(ours, i, theirs, j + 1)) return true;
        if (our is null || their is null || our.IsRepeated && their.IsRepeated || !our.Fits(their)) return false;
        return Meet(ours, our.IsRepeated ? i : i + 1, theirs, their.IsRepeated ? j : j + 1);
    }

    /// <param name="Letter">Null: any digit.</param>
    /// <param name="IsRepeated">Whether it may stand any number of times, or not at all.</param>
    private sealed record Place(char? Letter, bool IsRepeated = false)
    {
        public bool Fits(Place other) => Letter is { } letter ? other.Letter is { } its ? letter == its : char.IsAsciiDigit(letter) : other.Letter is null || other.Fits(this);
    }
}
