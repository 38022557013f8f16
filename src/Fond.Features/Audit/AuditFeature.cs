using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Audit;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Audit;

internal sealed class AuditFeature : IFeature
{
    public static readonly FieldAccess Readers = FieldAccess.For(Role.Auditor, Role.Administrator);

    public void AddQueries(QueryFields queries)
    {
        queries.List("audit", "The trail of every change, and of every reading under secrecy, newest first.", Readers, c =>
        {
            var entries = c.Visible<AuditEntry>();
            if (c.GetArgument<string?>("objectId") is { } objectId)
                entries = GlobalId.TryRead(objectId, out var type, out var id) ? entries.Where(e => (e.EntityType == type && e.EntityId == id) || (e.RootType == type && e.RootId == id)) : entries.Where(e => false);
            if (c.GetArgument<string?>("action") is { } action) entries = entries.Where(e => e.Action == action);
            if (c.GetArgument<string?>("personId") is { } person) entries = entries.Where(e => e.PersonId == GlobalId.KeyOf<Person>(person));
            if (c.GetArgument<DateTimeOffset?>("since") is { } since) entries = entries.Where(e => e.At >= since);
            if (c.GetArgument<DateTimeOffset?>("until") is { } until) entries = entries.Where(e => e.At < until);
            return entries;
        }, f => f.With<IdGraphType>("personId", "Only changes by this person.").With<InstantType>("since", "Only from this instant on.").With<InstantType>("until", "Only before this instant.").With<IdGraphType>("objectId", "Only changes of this object and its parts.").With<StringGraphType>("action", "Only by this mutation, timer or command; read: only readings under secrecy."));
        queries.Field<NonNullGraphType<AuditVerdictType>, AuditVerdict>("auditVerdict", "Walks the whole trail and says whether every link holds.", Readers,
            async c =>
            {
                c.Actor().Demand(null, Role.Auditor, Role.Administrator);
                return await c.Service<AuditVerifier>().VerifyAsync(c.CancellationToken);
            });
    }

    public void AddMutations(MutationFields mutations) { }
}

internal sealed class AuditEntryType : NodeType<AuditEntry>
{
    public AuditEntryType() : base("One change to one object, or that it was read under secrecy: who, when, by which action, before and after.", AuditFeature.Readers)
    {
        Value("sequence", "1, 2, 3 ... without a gap.", e => e.Sequence);
        Value("at", "When.", e => e.At);
        Value("who", "Who, by name; Fond for timers and seeding.", e => e.Who);
        Value("action", "The mutation, timer or command; read, where it was read under secrecy.", e => e.Action);
        Value("objectId", "What was changed.", e => GlobalId.Of(e.EntityType, e.EntityId));
        Value("partOfId", "What that is a part of: a role's person, a request's project; itself when it is no part.", e => GlobalId.Of(e.RootType, e.RootId));
        Value("objectType", "The kind of object.", e => e.EntityType);
        Field<StringGraphType>("before").Description("The changed values as JSON; null for a new object, and where it was read.").Resolve(c => c.NotedOfEntry(c.Source.Before));
        Field<StringGraphType>("after").Description("The changed values as JSON; null for a removed object, and where it was read, save that fields which are marked by themselves are named.").Resolve(c => c.NotedOfEntry(c.Source.After));
        Value("hash", "SHA-256 over this entry and the hash of the one before.", e => e.Hash);
    }
}

internal sealed class AuditVerdictType : ObjectGraphType<AuditVerdict>
{
    public AuditVerdictType()
    {
        Name = "AuditVerdict";
        Description = "Whether the trail is whole.";
        AuditFeature.Readers.On(this);
        Field(v => v.Entries).Description("How many entries were found in order.");
        Field<LongGraphType>("brokenAt").Description("The first entry that does not hold; null when all do.").Resolve(c => c.Source.BrokenAt);
        Field(v => v.Fault, nullable: true).Description("What is wrong there.");
    }
}

/// <summary>The trail is one for all funds, so that a role limited to one fund does not open it.</summary>
internal sealed class AuditEntryVisibility : IVisible<AuditEntry>
{
    public Expression<Func<AuditEntry, bool>> To(Actor actor, FondDb db)
    {
        var reads = actor.HasIn(null, Role.Auditor, Role.Administrator);
        return entry => reads;
    }
}
