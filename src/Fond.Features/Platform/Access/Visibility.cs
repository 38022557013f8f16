using System.Linq.Expressions;
using System.Reflection;
using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Platform.Access;

/// <summary>Which rows of <typeparamref name="T"/> a caller may see. One rule a type; every way to the object goes through it.</summary>
internal interface IVisible<T> where T : Entity
{
    Expression<Func<T, bool>> To(Actor actor, FondDb db);
}

/// <summary>The door to every object: lists, <c>node</c>, nested fields, files and mutations all load through here.</summary>
internal sealed class Visibility(FondDb db, ActorContext context, IServiceProvider services)
{
    private readonly Dictionary<Type, object> _rules = [];

    /// <summary>What the caller may see, without tracking.</summary>
    public IQueryable<T> Of<T>() where T : Entity => Tracked<T>().AsNoTracking();

    /// <summary>What the caller may see among these. Found by key first and judged one by one: a planner that saw rule and keys side by side might walk the rule's indexes instead.</summary>
    public IQueryable<T> Of<T>(long[] ids) where T : Entity
    {
        var visible = Tracked<T>();
        return db.Set<T>().AsNoTracking().Where(e => ids.Contains(e.Id) && visible.Any(v => v.Id == e.Id));
    }

    public IQueryable<T> Tracked<T>() where T : Entity
    {
        var set = db.Set<T>();
        return context.Actor.IsSystem ? set : set.Where(Rule<T>());
    }

    /// <summary>One object of a type known only now; null when the caller may not see it.</summary>
    public Task<Entity?> FindAsync(Type type, long id, CancellationToken ct) =>
        (Task<Entity?>)Find.MakeGenericMethod(type).Invoke(this, [id, ct])!;

    private static readonly MethodInfo Find = typeof(Visibility).GetMethod(nameof(FindOneAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private async Task<Entity?> FindOneAsync<T>(long id, CancellationToken ct) where T : Entity => await Of<T>().SingleOrDefaultAsync(e => e.Id == id, ct);

    private Expression<Func<T, bool>> Rule<T>() where T : Entity
    {
        if (_rules.TryGetValue(typeof(T), out var known)) return (Expression<Func<T, bool>>)known;
        var visible = services.GetService(typeof(IVisible<T>)) as IVisible<T>
            ?? throw new InvalidOperationException($"No visibility rule for {typeof(T).Name}.");
        var rule = visible.To(context.Actor, db);
        _rules.Add(typeof(T), rule);
        return rule;
    }
}
