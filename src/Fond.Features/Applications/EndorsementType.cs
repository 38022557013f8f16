using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Applications;

internal sealed class EndorsementType : NodeType<Endorsement>
{
    public EndorsementType() : base("That a partner's manager is asked to endorse an application, and what came of it.")
    {
        Value("organisation", "The partner, as the application names it.", e => e.Organisation).NotedFieldsIn<Endorsement>(e => e.ApplicationId, ["partners"]);
        One<Person>("person", "Who was asked; null: an address was sent a link.", e => e.PersonId);
        Value("askedAt", "When.", e => e.AskedAt);
        Value("endorses", "Whether the manager endorses it; null: not answered.", e => e.Answer?.Endorses, nullable: true);
        Value("office", "The manager's office.", e => e.Answer?.Office, nullable: true);
        Value("willImplement", "Whether the partner means to go on with the method if it proves good.", e => e.Answer?.WillImplement, nullable: true);
        Value("comment", "What the manager says besides.", e => e.Answer?.Comment, nullable: true).NotedIn<Endorsement>(e => e.ApplicationId);
        Value("answeredOn", "The day of the answer.", e => e.Answer?.On, nullable: true);
        Value("sha256", "Checksum of the text that was answered, as textSha256 was; of the content alone for older answers, null: not answered, or before it was kept.", e => e.Answer?.Sha256, nullable: true);
        Field<IntGraphType>("endorsedVersion").Description("The first version that was handed in with the text that was answered; null: none, since the text was changed before that or has not been handed in.")
            .Resolve(c => c.Source.Answer is null ? null : Versions(c).Then(versions => (object?)versions?.FirstOrDefault(c.Source.IsOfText)?.Number));
        One<Application>("application", "The application; null for those who see no more of it than they are asked.", e => e.ApplicationId);
        Field<NonNullGraphType<StringGraphType>>("title").Description("The project's name.").Resolve(c => Subject(c).Then(a => Seen(c, a!, ApplicationFields.Title).Title));
        Field<NonNullGraphType<StringGraphType>>("textSha256").Description("Checksum of the application's title and content as the caller sees them; who answers sends it back.").Resolve(c => Subject(c).Then(a => Shown(c, a!).TextSha256()));
        Field<StringGraphType>("summary").Description("The project in a few sentences.").Resolve(c => Subject(c).Then(a => Seen(c, a!, ApplicationFields.Summary).Content.Summary));
        Field<ValueType<ApplicationContent>>("content").Description("What the application says: with its title, what is endorsed. Null for those who do not see the application and have answered, or are waited for no more.")
            .Resolve(c => Subject(c).Then(a => c.Service<BatchLoader>().One<Application>(a!.Id).Then(visible => visible is not null || (c.Source.PersonId == c.Actor().Id && c.Source.IsOpenIn(a)) ? Seen(c, a, [.. c.SelectedPaths()]).Content : null)));
    }

    private static IDataLoaderResult<IReadOnlyList<ApplicationVersion>?> Versions(IResolveFieldContext<Endorsement> context) => context.Service<BatchLoader>().By<IReadOnlyList<ApplicationVersion>>("versions to endorse", context.Source.ApplicationId,
        async (ids, ct) => (await context.Db().Set<ApplicationVersion>().AsNoTracking().Where(v => ids.Contains(v.ApplicationId)).OrderBy(v => v.Number).ToListAsync(ct))
            .GroupBy(v => v.ApplicationId).ToDictionary(g => g.Key, IReadOnlyList<ApplicationVersion>? (g) => [.. g]));

    /// <summary>Also for whoever is asked, and does not see the application itself.</summary>
    private static IDataLoaderResult<Application?> Subject(IResolveFieldContext<Endorsement> context) => context.Service<BatchLoader>().By<Application>("application to endorse", context.Source.ApplicationId,
        async (ids, ct) => await context.Db().Set<Application>().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, Application? (a) => a, ct));

    private static Revision Seen(IResolveFieldContext<Endorsement> context, Application application, params IReadOnlyCollection<string> told)
    {
        context.Service<SecretReadings>().NoteFields(application, application, told);
        return Shown(context, application);
    }

    /// <summary>Whoever is asked reads what they are to endorse, handed in or not, until they have answered.</summary>
    private static Revision Shown(IResolveFieldContext<Endorsement> context, Application application)
    {
        var me = context.Actor().Id;
        return context.Source is { Answer: null } asked && asked.PersonId == me || application.IsWrittenBy(me) ? application.Current : application.HandedIn;
    }
}

/// <summary>Whoever is asked, and those who see the application.</summary>
internal sealed class EndorsementVisibility(IVisible<Application> applications) : IVisible<Endorsement>
{
    public Expression<Func<Endorsement, bool>> To(Actor actor, FondDb db)
    {
        var me = actor.Id;
        var visible = db.Set<Application>().Where(applications.To(actor, db));
        return AnyOf.Terms<Endorsement>(e => e.PersonId == me, e => visible.Any(a => a.Id == e.ApplicationId));
    }
}
