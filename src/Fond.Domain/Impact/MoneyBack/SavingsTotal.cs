using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

/// <summary>What several projects save and cost together, in the prices of one year: money of different years is brought there by the price index before it is summed.</summary>
/// <param name="PriceYear">Of the projects' first years the one to which the index brings most of them, the latest where several do; null where there is nothing to sum.</param>
/// <param name="Shares">By party, whole öre of each project.</param>
/// <param name="Summed">How many projects they are of.</param>
/// <param name="WithoutIndex">The first years that the index does not reach from, or to: projects that began then are left out.</param>
public sealed record SavingsTotal(int? PriceYear, IReadOnlyList<Share> Shares, int Summed, IReadOnlyList<int> WithoutIndex)
{
    /// <param name="projects">Each in the prices of its own first year.</param>
    /// <param name="index">The fund's.</param>
    public static SavingsTotal Of(IReadOnlyCollection<(int StartYear, Valuation Valuation)> projects, PriceIndex index)
    {
        if (projects.Count == 0) return new(null, [], 0, []);
        var year = projects.Select(p => p.StartYear).Distinct().OrderByDescending(to => projects.Count(p => index.Reaches(p.StartYear, to))).ThenByDescending(to => to).First();
        var summed = projects.Where(p => index.Reaches(p.StartYear, year)).ToList();
        var shares = summed.SelectMany(p => p.Valuation.Shares.Select(s => In(s, p.StartYear))).GroupBy(s => s.Party).OrderBy(g => g.Key.Payer).ThenBy(g => g.Key.Board, StringComparer.Ordinal)
            .Select(g => new Share(g.Key, g.Sum(s => s.Gross), g.Sum(s => s.PresentBenefit), g.Sum(s => s.PresentCost)));
        return new(year, [.. shares], summed.Count, [.. projects.Select(p => p.StartYear).Where(from => !index.Reaches(from, year)).Distinct().Order()]);

        Share In(Share share, int from) => new(share.Party, Brought(share.Gross, from), Brought(share.PresentBenefit, from), Brought(share.PresentCost, from));

        Money Brought(Money amount, int from) => MoneyCase.Whole(index.Ore(amount, from, year));
    }
}
