using Fond.Domain.Impact.Statistics;

namespace Fond.Domain.Tests.Impact;

/// <summary>Every technique against what R finds for the same numbers.</summary>
public sealed class OracleTests
{
    public static TheoryData<OracleRow> Table(string name) => OracleTable.Of(name);

    [Theory, MemberData(nameof(Table), "means")]
    public void Means_differ_as_in_R(OracleRow row) => row.Agrees(Means.Contrast([.. Samples(row).Zip(row.Whole("sign"), (sample, sign) => new Term<Sample>(sample, sign))]));

    [Theory, MemberData(nameof(Table), "paired")]
    public void Pairs_change_as_in_R(OracleRow row) => row.Agrees(PairedChange.Of([.. row.Numbers("before").Zip(row.Numbers("after"))]));

    [Theory, MemberData(nameof(Table), "changes")]
    public void Changes_differ_as_in_R(OracleRow row) =>
        row.Agrees(Means.OfChanges(row.Numbers("before").Zip(row.Numbers("after")), row.Numbers("before2").Zip(row.Numbers("after2"))));

    [Theory, MemberData(nameof(Table), "pairedshares")]
    public void Shares_change_among_the_same_as_in_R(OracleRow row) => row.Agrees(PairedShares.Of(new(row.Whole("answers")[0], row.Whole("answers")[1], row.Whole("answers")[2], row.Whole("answers")[3])));

    [Theory, MemberData(nameof(Table), "signedrank")]
    public void Steps_change_among_the_same_as_in_R(OracleRow row) => row.Agrees(SignedRank.Of([.. row.Numbers("before").Zip(row.Numbers("after"))]));

    [Theory, MemberData(nameof(Table), "ancova")]
    public void Groups_differ_at_the_same_baseline_as_in_R(OracleRow row) =>
        row.Agrees(Ancova.Of([.. row.Numbers("intervention").Zip(row.Numbers("before"), row.Numbers("after")).Select(c => new Course(c.First == 1, c.Second, c.Third))]));

    [Theory, MemberData(nameof(Table), "clusters")]
    public void Schools_differ_as_by_the_general_definition_of_CR2(OracleRow row) =>
        row.Agrees(Contrast(row, row.Whole("n").Select(n => (n, (double)n))));

    [Theory, MemberData(nameof(Table), "exposures")]
    public void So_do_schools_that_count_by_exposure_and_hundreds_of_schools_with_thousands_each(OracleRow row) =>
        row.Agrees(Contrast(row, row.Numbers("weight").Select(weight => ((int)Math.Ceiling(weight), weight))));

    [Theory, MemberData(nameof(Table), "hedges")]
    public void Standardised_differences_are_as_in_R(OracleRow row) => row.Agrees(HedgesG.Of(Samples(row)[0], Samples(row)[1]));

    [Theory, MemberData(nameof(Table), "shares")]
    public void Shares_differ_as_in_R(OracleRow row)
    {
        var (first, second) = (new Share(row.Whole("e")[0], row.Whole("n")[0]), new Share(row.Whole("e")[1], row.Whole("n")[1]));
        row.Agrees(Shares.Difference(first, second));
        var (all, none) = (first.Events == first.N && second.Events == second.N, first.Events + second.Events == 0);
        if (!none) row.Agrees(Ratios.Risk(first, second), "rr");
        if (!none && !all) row.Agrees(Ratios.Odds(first, second), "or");
    }

    [Theory, MemberData(nameof(Table), "share")]
    public void A_share_has_the_exact_interval_of_R(OracleRow row) => row.Agrees(ClopperPearson.Of(new((int)row.Number("e"), (int)row.Number("n"))));

    [Theory, MemberData(nameof(Table), "shares4")]
    public void Changes_of_shares_differ_as_in_R(OracleRow row) =>
        row.Agrees(Shares.Contrast([.. row.Whole("e").Zip(row.Whole("n"), row.Whole("sign")).Select(c => new Term<Share>(new(c.First, c.Second), c.Third))]));

    [Theory, MemberData(nameof(Table), "rates"), MemberData(nameof(Table), "rates4")]
    public void Rates_and_their_changes_differ_as_in_R(OracleRow row) =>
        row.Agrees(Rates.Contrast([.. row.Numbers("e").Zip(row.Numbers("n"), row.Whole("sign")).Select(c => new Term<Rate>(new((long)c.First, c.Second, 1), c.Third))]));

    [Theory, MemberData(nameof(Table), "nnt")]
    public void Numbers_needed_are_as_in_R(OracleRow row)
    {
        var answer = NumberNeeded.Of(new(row.Whole("e")[0], row.Whole("n")[0]), new(row.Whole("e")[1], row.Whole("n")[1]));
        row.Agrees(answer);
        Assert.Equal(row.Number("through") == 1, answer.Finding!.ThroughInfinity);
    }

    [Theory, MemberData(nameof(Table), "rateratio")]
    public void Rates_are_divided_as_in_R(OracleRow row)
    {
        var (e, t) = (row.Numbers("e"), row.Numbers("t"));
        row.Agrees(RateRatio.Of(new((long)e[0], t[0], 1), new((long)e[1], t[1], 1)));
    }

    [Theory, MemberData(nameof(Table), "ranks")]
    public void Ranks_are_tested_as_in_R(OracleRow row) => row.Agrees(MannWhitney.Of(row.Numbers("x"), row.Numbers("y")));

    [Theory, MemberData(nameof(Table), "holm")]
    public void Many_questions_are_adjusted_for_as_in_R(OracleRow row) =>
        Assert.All(Holm.Adjusted(row.Numbers("p")).Zip(row.Numbers("adjusted")), pair => Assert.Equal(pair.Second, pair.First, 12));

    [Theory, MemberData(nameof(Table), "detectablemeans")]
    public void The_smallest_detectable_difference_of_means_is_as_in_R(OracleRow row) => row.Agrees("value", new DetectableEffect(row.Number("tail")).OfMeans(row.Whole("n")).Smallest);

    [Theory, MemberData(nameof(Table), "detectableshares")]
    public void The_smallest_detectable_difference_of_shares_is_as_in_R(OracleRow row) => row.Agrees("value",
        new DetectableEffect(row.Number("tail")).OfShares(row.Whole("n")[0], row.Whole("n")[1], row.Number("expected"), row.Number("rise") == 1, row.Number("changes") == 1).Smallest);

    [Theory, MemberData(nameof(Table), "detectablerates")]
    public void The_smallest_detectable_difference_of_rates_is_as_in_R(OracleRow row) => row.Agrees("value",
        new DetectableEffect(row.Number("tail")).OfRates(row.Whole("n")[0], row.Whole("n")[1], row.Number("expected"), row.Number("rise") == 1, row.Number("changes") == 1).Smallest);

    [Theory, MemberData(nameof(Table), "detectableranks")]
    public void The_smallest_detectable_chance_of_lying_above_is_as_in_R(OracleRow row) => row.Agrees("value", new DetectableEffect(row.Number("tail")).OfRanks(row.Whole("n")[0], row.Whole("n")[1], rise: true).Smallest);

    private static Answer Contrast(OracleRow row, IEnumerable<(int N, double Weight)> sizes)
    {
        var clusters = row.Whole("unit").Zip(sizes, row.Numbers("mean")).Select(c => new Cluster($"{c.First}", c.Second.N, c.Second.Weight, c.Third)).Zip(row.Whole("term")).ToLookup(c => c.Second, c => c.First);
        return ClusterRobust.Contrast([.. row.Whole("sign").Select((sign, i) => new Term<IReadOnlyList<Cluster>>([.. clusters[i + 1]], sign))]);
    }

    private static Sample[] Samples(OracleRow row) => [.. row.Whole("n").Zip(row.Numbers("mean"), row.Numbers("sd")).Select(s => new Sample(s.First, s.Second, s.Third))];
}
