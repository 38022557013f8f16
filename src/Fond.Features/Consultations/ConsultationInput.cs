using System.Globalization;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Features.Access;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Notifications;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Consultations;

/// <summary>A consultation as it is prepared; what is missing may be filled in until it is sent.</summary>
internal abstract record ConsultationInput : EditInput
{
    /// <summary>What it is about: a fund ...</summary>
    [GraphQL.Id]
    public string? FundId { get; init; }

    /// <summary>... a programme ...</summary>
    [GraphQL.Id]
    public string? ProgrammeId { get; init; }

    /// <summary>... or an application.</summary>
    [GraphQL.Id]
    public string? ApplicationId { get; init; }

    /// <summary>What is sent out for comment.</summary>
    public required string Title { get; init; }

    /// <summary>The registry's number; needed when it is sent. That of an application's case is for consultations on that application.</summary>
    public string CaseNumber { get; init; } = "";

    /// <summary>The covering letter (missiv); needed when it is sent.</summary>
    public string Letter { get; init; } = "";

    /// <summary>What is asked; each is answered.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Who is asked: bodies of any kind.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> BodyIds { get; init; } = [];

    /// <summary>Groups whose bodies are asked too; a body that is named twice is asked once.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> GroupIds { get; init; } = [];

    /// <summary>Where bodies that do not sign in are sent a link of their own. Asked are those of bodyIds and groupIds alone.</summary>
    public IReadOnlyList<ReferralAddressInput> Addresses { get; init; } = [];

    /// <summary>What the public is asked, on a page of its own that is open to everybody; none: it is not asked.</summary>
    public IReadOnlyList<string> PublicQuestions { get; init; } = [];

    /// <summary>Documents of the registry that are sent to be read, by their entries: the application's form, its attachments, and documents with a file, of the case or matter that the consultation is registered in. None that is marked.</summary>
    [GraphQL.Id]
    public IReadOnlyList<string> DocumentIds { get; init; } = [];

    /// <summary>The last day for answers, included.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>Days after the last day in which late statements are still taken, and marked.</summary>
    public int LateDays { get; init; } = 14;

    /// <summary>Days before the last day on which those who have not answered are reminded; 0: never.</summary>
    public int RemindDays { get; init; } = 7;
}

/// <summary>Where a body is sent a link of its own.</summary>
internal sealed record ReferralAddressInput
{
    /// <summary>The body that is asked.</summary>
    [GraphQL.Id]
    public required string BodyId { get; init; }

    /// <summary>Its official address.</summary>
    public required string Email { get; init; }
}

/// <summary>Turns what was sent in into a draft of things that exist and that the caller may act on.</summary>
internal sealed class ConsultationDrafts(Finder finder, FondDb db, ActorContext context, Enclosures enclosures, Notifier notifier)
{
    public async Task<ConsultationDraft> ReadAsync(ConsultationInput input, CancellationToken ct)
    {
        var fund = input.FundId is { } f ? await finder.FindAsync<Fund>(f, ct, "fundId") : null;
        var programme = input.ProgrammeId is { } p ? await finder.FindAsync<Programme>(p, ct, "programmeId") : null;
        var application = input.ApplicationId is { } a ? await finder.FindAsync<Application>(a, ct, "applicationId") : null;
        List<long> bodies = [.. await BodiesAsync(input.BodyIds, ct)];
        foreach (var group in await FoundAsync<ReferralGroup>(input.GroupIds, "groupIds", ct)) bodies.AddRange(group.Members.InOrder().Select(m => m.BodyId).Except(bodies));
        await DemandOfficeAsync(fund?.Id ?? application?.FundId, programme?.Municipality, application, ct);
        var sent = await enclosures.FindAsync(input, application?.Id, ct);
        return new(fund?.Id ?? application?.FundId, programme?.Id, application?.Id, input.Title, input.CaseNumber, input.Letter, input.Questions, bodies, input.LastDay)
        {
            LateDays = input.LateDays,
            RemindDays = input.RemindDays,
            PublicQuestions = input.PublicQuestions,
            Addresses = Addresses(input),
            Enclosures = sent,
        };
    }

    private Dictionary<long, string> Addresses(ConsultationInput input)
    {
        Refuse.WhenAny(input.Addresses.SelectMany((a, i) => Faults(a.Email).Select(fault => fault with { Path = ["addresses", i.ToString(CultureInfo.InvariantCulture), "email"] })));
        return input.Addresses.GroupBy(a => GlobalId.KeyOf<Body>(a.BodyId)).ToDictionary(g => g.Key, g => g.Last().Email);
    }

    private IEnumerable<Refusal> Faults(string address)
    {
        if (!EmailAddress.IsOne(address)) yield return new PersonEmailInvalid();
        else if (!notifier.CanSend) yield return new EmailUnavailable();
    }

    public async Task<IReadOnlyList<long>> BodiesAsync(IReadOnlyList<string> ids, CancellationToken ct) => [.. (await FoundAsync<Body>(ids, "bodyIds", ct)).Select(b => b.Id)];

    private async Task<List<T>> FoundAsync<T>(IReadOnlyList<string> ids, string field, CancellationToken ct) where T : Entity
    {
        var found = new List<T>();
        for (var i = 0; i < ids.Count; i++) found.Add(await finder.FindAsync<T>(ids[i], ct, field, i.ToString(CultureInfo.InvariantCulture)));
        return found;
    }

    /// <summary>The consultation, for those whose office it is.</summary>
    public async Task<Consultation> OwnAsync(string id, long? expectedVersion, CancellationToken ct)
    {
        var consultation = await finder.FindAsync<Consultation>(id, expectedVersion, ct, "consultationId");
        var municipality = await db.Set<Programme>().Where(p => p.Id == consultation.ProgrammeId).Select(p => p.Municipality).SingleOrDefaultAsync(ct);
        var application = consultation.ApplicationId is { } about ? await db.Set<Application>().SingleAsync(a => a.Id == about, ct) : null;
        await DemandOfficeAsync(consultation.FundId, municipality, application, ct);
        return consultation;
    }

    /// <summary>Whether its number is that of an application's case in its municipality that it is not about: it would be in no registry, and seem to be in that one.</summary>
    public async Task<bool> IsOfOtherCaseAsync(Consultation consultation, CancellationToken ct)
    {
        var here = db.Set<Fund>().Where(f => f.Id == consultation.FundId).Select(f => f.Municipality)
            .Concat(db.Set<Programme>().Where(p => p.Id == consultation.ProgrammeId).Select(p => p.Municipality));
        var funds = await db.Set<Fund>().Where(f => here.Contains(f.Municipality)).Select(f => f.Id).ToArrayAsync(ct); // known, so that they and the number lead to the row
        return await db.Set<Application>().AnyAsync(a => funds.Contains(a.FundId) && a.CaseNumber == consultation.CaseNumber && a.Id != consultation.ApplicationId, ct);
    }

    /// <summary>What concerns a fund is for its officers; a programme for those of any fund of its municipality.</summary>
    private async Task DemandOfficeAsync(long? fundId, string? municipality, Application? application, CancellationToken ct)
    {
        if (application is not null) context.Actor.DemandOffice(application, Role.CaseOfficer);
        if (fundId is not null) context.Actor.Demand(fundId, Role.CaseOfficer);
        else if (municipality is not null) await DemandMunicipalityAsync(municipality, ct);
    }

    /// <exception cref="ForbiddenException">When the caller is an officer of no fund there.</exception>
    public async Task DemandMunicipalityAsync(string municipality, CancellationToken ct)
    {
        var funds = await db.Set<Fund>().Where(f => f.Municipality == municipality).Select(f => f.Id).ToListAsync(ct);
        if (!funds.Exists(f => context.Actor.HasIn(f, Role.CaseOfficer))) context.Actor.Demand(null, Role.CaseOfficer);
    }
}
