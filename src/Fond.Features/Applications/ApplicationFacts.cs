using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Funds;
using Fond.Features.Platform.Persistence;
using Fond.Features.Platform.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

/// <summary>What workflows may ask of the application itself, as it was last handed in.</summary>
internal sealed class ApplicationFacts(FondDb db) : ICaseFactSource
{
    public IReadOnlyDictionary<string, Text> Flags { get; } = new Dictionary<string, Text> { ["concernsChildren"] = new("ansökan berör barn", "the application concerns children") };

    public IReadOnlyList<string> Dates => ["callLastDay", "supplementLastDay"];

    public IReadOnlyList<string> Texts => ["caseNumber", "title", "organisation", "callLastDay", "lastDay", "supplementRequest"];

    public async Task AddAsync(Application application, CaseFacts facts, CancellationToken ct)
    {
        var call = await db.Set<Call>().SingleAsync(c => c.Id == application.CallId, ct);
        facts.Flags["concernsChildren"] = application.ConcernsChildren;
        facts.Dates["callLastDay"] = call.LastDay;
        facts.Dates["supplementLastDay"] = application.SupplementLastDay;
        facts.Texts["caseNumber"] = application.CaseNumber ?? "";
        facts.Texts["title"] = application.Title;
        facts.Texts["organisation"] = application.Organisation;
        facts.Texts["callLastDay"] = Written(call.LastDay);
        facts.Texts["lastDay"] = Written(application.SupplementLastDay);
        facts.Texts["supplementRequest"] = application.SupplementRequest ?? "";
    }

    private static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>The applicant of a case is its lead.</summary>
internal sealed class LeadOfCase : ICasePeople
{
    public Role Role => Role.Applicant;

    public Task<IReadOnlyList<long>> InAsync(Application application, CancellationToken ct) => Task.FromResult<IReadOnlyList<long>>([application.LeadId]);
}
