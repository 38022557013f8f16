namespace Fond.Domain.Governance.Rankings;

/// <summary>One member's order of the cases.</summary>
/// <param name="Groups">Best first; those of a group are held equal. A case in none of them stands below all that are, equal to the others left out: the member could have ranked it, and did not.</param>
/// <param name="Abstained">
/// Cases that the member has a conflict of interest in. Unlike a case left out, such a one is not placed at all: the ballot says nothing of it against any other, as if the
/// member were absent.
/// </param>
public sealed record Ballot(long PersonId, IReadOnlyList<IReadOnlyList<long>> Groups, IReadOnlyList<long> Abstained)
{
    /// <summary>Where each case stands: 0 is best. Those abstained in have no place.</summary>
    internal Dictionary<long, int> PlacesOf(IReadOnlyList<long> cases)
    {
        var places = cases.Except(Abstained).ToDictionary(c => c, _ => Groups.Count);
        for (var group = 0; group < Groups.Count; group++)
            foreach (var ranked in Groups[group].Where(places.ContainsKey)) places[ranked] = group;
        return places;
    }
}

/// <summary>How members compare two cases.</summary>
/// <param name="Equal">Who placed both, neither before the other.</param>
public sealed record Comparison(int PreferFirst, int PreferSecond, int Equal)
{
    /// <summary>
    /// What the first wins by, -1 to 1: the difference as a share of those who placed both. So a vote that is absent for a conflict of interest neither weakens nor strengthens a case,
    /// and to hold two equal is a vote. Where everybody places every case, these are the margins of Schulze's method.
    /// </summary>
    public decimal Margin => PreferFirst + PreferSecond + Equal is var voters and > 0 ? (PreferFirst - PreferSecond) / (decimal)voters : 0;
}
