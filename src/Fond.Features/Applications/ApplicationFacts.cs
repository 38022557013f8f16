using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform.Workflows;

namespace Fond.Features.Applications;

/// <summary>What workflows may ask of the application itself.</summary>
internal sealed class ApplicationFacts : ICaseFactSource
{
    public IReadOnlyList<string> Flags => ["concernsChildren"];

    public IReadOnlyList<string> Dates => ["supplementLastDay"];

    public IReadOnlyList<string> Texts => ["caseNumber", "title", "organisation", "lastDay"];

    public Task AddAsync(Application application, CaseFacts facts, CancellationToken ct)
    {
        facts.Flags["concernsChildren"] = application.ConcernsChildren;
        facts.Dates["supplementLastDay"] = application.SupplementLastDay;
        facts.Texts["caseNumber"] = application.CaseNumber ?? "";
        facts.Texts["title"] = application.Title;
        facts.Texts["organisation"] = application.Organisation;
        facts.Texts["lastDay"] = application.SupplementLastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return Task.CompletedTask;
    }
}

/// <summary>The applicant of a case is its lead.</summary>
internal sealed class LeadOfCase : ICasePeople
{
    public Role Role => Role.Applicant;

    public Task<IReadOnlyList<long>> InAsync(Application application, CancellationToken ct) => Task.FromResult<IReadOnlyList<long>>([application.LeadId]);
}
