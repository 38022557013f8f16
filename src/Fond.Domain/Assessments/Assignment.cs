using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Domain.Assessments;

/// <summary>Somebody who is to assess.</summary>
/// <param name="Organisation">The organisation that the person speaks for.</param>
public sealed record Candidate(long PersonId, string Organisation);

/// <summary>Who stands behind an application.</summary>
/// <param name="WriterIds">Its lead and its co-authors, former too.</param>
public sealed record CaseParties(IReadOnlyList<long> WriterIds, string Organisation, IReadOnlyList<string> PartnerOrganisations)
{
    public static CaseParties Of(Application application) =>
        new([.. application.WriterIds], application.Organisation, [.. (application.Content.Partners ?? []).Select(p => p.Organisation)]);

    /// <summary>Whether the organisation applies or takes part; differences in case and spacing do not hide it.</summary>
    public bool Include(string organisation) =>
        PartnerOrganisations.Append(Organisation).Any(own => string.Equals(PlainName.Of(own), PlainName.Of(organisation), StringComparison.OrdinalIgnoreCase));
}

/// <summary>Gives an application its assessors.</summary>
public static class Assignment
{
    /// <summary>One assessment for each candidate, or none at all.</summary>
    /// <param name="alreadyAssigned">Persons who have, or had, an assessment of the application.</param>
    public static IReadOnlyList<Assessment> Of(
        long applicationId, IReadOnlyList<Candidate> candidates, CaseParties parties,
        IReadOnlyCollection<long> alreadyAssigned, DateTimeOffset now)
    {
        Refuse.When(candidates.Count == 0, new AssessmentAssessorMissing { Path = ["assessorIds"] });
        Refuse.WhenAny(candidates.SelectMany((candidate, i) => Faults(candidate, parties)
            .Concat(Repetition(candidate, candidates.Take(i), alreadyAssigned))
            .Select(fault => fault with { Path = ["assessorIds", $"{i}"] })));
        return [.. candidates.Select(c => new Assessment(applicationId, c.PersonId, now))];
    }

    private static IEnumerable<Refusal> Faults(Candidate candidate, CaseParties parties)
    {
        if (parties.WriterIds.Contains(candidate.PersonId)) yield return new AssessmentByApplicant(candidate.PersonId);
        else if (parties.Include(candidate.Organisation)) yield return new AssessmentSameOrganisation(candidate.PersonId, candidate.Organisation);
    }

    private static IEnumerable<Refusal> Repetition(
        Candidate candidate, IEnumerable<Candidate> before, IReadOnlyCollection<long> alreadyAssigned)
    {
        if (alreadyAssigned.Contains(candidate.PersonId) || before.Any(c => c.PersonId == candidate.PersonId))
            yield return new AssessmentAlreadyAssigned(candidate.PersonId);
    }
}
