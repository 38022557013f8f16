using Fond.Features.Platform.Documents;

namespace Fond.Features.Reports;

/// <summary>What the numbers stand on, and all of them, for those who ask. docs/impact.md has the formulas and their sources.</summary>
internal static class MethodAppendix
{
    public static IEnumerable<Block> Of(ProjectRecord record)
    {
        yield return new Heading(2, record.Say("Så är det räknat", "How it is worked out"));
        yield return new Bullets(
        [
            record.Say("Ett 95 % konfidensintervall rymmer det sanna värdet i 95 av 100 likadana undersökningar. Rymmer det \"ingen skillnad\" går det inte att säga om det finns någon; det är inget bevis för att det inte gör det.",
                "A 95% confidence interval holds the true value in 95 of 100 such studies. Where it includes \"no difference\", whether there is one cannot be said; that is no proof that there is none."),
            record.Say("Medelvärden jämförs utan att anta lika spridning (Welch), andelar enligt Newcombe, frekvenser med poängintervall och skalsteg enligt Mann-Whitney. De andra metoderna anges vid varje skattning.",
                "Means are compared without assuming equal spread (Welch), shares by Newcombe, rates by score intervals and steps of a scale by Mann-Whitney. Other techniques are named at each estimate."),
            record.Say("Består grupperna av hela enheter, minst tre i varje, räknas osäkerheten i den skattning som omdömet går efter på enheterna och inte på individerna, utom för skalsteg. Riskkvot, oddskvot, antal som behöver nås, standardiserad skillnad, chans att ligga högre, lika baslinje och parade ändringar räknar alltid individer som oberoende; sådana rader är märkta * där enheter är kända, och deras intervall kan vara för smala.",
                "Where the groups are made of whole units, at least three in each, the uncertainty of the estimate that the verdict goes by is that of the units and not of the individuals, steps of a scale excepted. Risk ratio, odds ratio, number needed, standardised difference, chance of lying above, same baseline and paired changes always take individuals for independent; such rows are marked * where units are known, and their intervals may be too narrow."),
            record.Say("Är enheter kända bara för några av de mätta, eller är de färre än tre i någon grupp, ges inget omdöme.", "Where units are known of only some of those measured, or are fewer than three in some group, no verdict is given."),
            record.Say("Mätomgångar räknas som oberoende urval där inget annat sägs. Går samma personers värden åt samma håll båda gångerna är intervallet då bredare än det behövde vara, inte smalare.",
                "Waves count as independent samples unless said otherwise. Where the same people's values go together, the interval is then wider than it need be, not narrower."),
            record.Say("p enligt Holm är justerat för hur många huvudindikatorer som prövas i samma mätomgång på samma sätt. Skattningar av delgrupper, och samma sak med andra metoder, är inte justerade och är till för att förstå, inte för att avgöra.",
                "p by Holm is adjusted for how many primary indicators are tested in the same wave in the same way. Estimates of parts, and the same by other techniques, are not adjusted and are there to understand by, not to decide by."),
            record.Say("Saknade värden ersätts inte. Resultat från flera projekt vägs inte ihop.", "Missing values are not imputed. Results of several projects are not pooled."),
            record.Say(
                $"Grupper mindre än {record.Fund.DisclosureThreshold}, och det som skulle avslöja dem, visas bara för utvärderaren. Rapporten kan därför säga olika mycket till olika läsare.",
                $"Groups smaller than {record.Fund.DisclosureThreshold}, and what would tell of them, are shown to the evaluator alone. The report may therefore tell different readers different amounts."),
        ]);
        if (record.Plan is not null) yield return new Heading(2, record.Say("Alla siffror", "All figures"));
        yield return MeasuredTables.Cells(record);
        yield return EstimateTable.Of(record);
    }
}
