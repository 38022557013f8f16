using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Features.Governance;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Query;

namespace Fond.Features.Consultations;

/// <summary>Those who handle the matter, and see the case where it is about one, see it from the draft on; the bodies that are asked, once it is sent.</summary>
internal sealed class ConsultationVisibility(Clock clock, IVisible<Application> applications) : IVisible<Consultation>
{
    public static readonly Role[] Handlers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Consultation, bool>> To(Actor actor, FondDb db)
    {
        var seats = db.SeatsOf(actor, clock.Today);
        var asked = db.Set<ReferralRequest>().Where(r => seats.Contains(r.BodyId)).Owners(typeof(Consultation)).Ahead();
        return Handled(actor, db, applications, c => c.State != ConsultationState.Draft && asked.Contains(c.Id));
    }

    /// <summary>What the caller sees by office, or as <paramref name="else"/> says.</summary>
    public static Expression<Func<Consultation, bool>> Handled(Actor actor, FondDb db, IVisible<Application> applications, Expression<Func<Consultation, bool>> @else)
    {
        var (all, funds) = actor.FundsAs(Handlers);
        if (all) return db.WithoutHiddenCase(@else, applications.To(actor, db));
        if (funds.Length == 0) return @else;
        var municipalities = db.Set<Fund>().Where(f => funds.Contains(f.Id)).Select(f => f.Municipality);
        var programmes = db.Set<Programme>().Where(p => municipalities.Contains(p.Municipality)).Select(p => p.Id).Ahead();
        return AllOf.Terms(
            AnyOf.Terms(@else, c => c.FundId != null && funds.Contains(c.FundId.Value), c => c.FundId == null && c.ProgrammeId != null && programmes.Contains(c.ProgrammeId.Value)),
            db.WithoutHiddenCase(@else, applications.To(actor, db)));
    }
}

file static class ConsultedCases
{
    /// <summary>
    /// No case of it is kept from the caller, unless <paramref name="else"/> holds. Asked of one look at the case that there may be: were "it has none, or one that the caller sees"
    /// a term, PostgreSQL would gather all that the caller sees first.
    /// </summary>
    public static Expression<Func<Consultation, bool>> WithoutHiddenCase(this FondDb db, Expression<Func<Consultation, bool>> @else, Expression<Func<Application, bool>> seen)
    {
        if (seen.Body is ConstantExpression { Value: true }) return c => true;
        var (row, application) = (@else.Parameters[0], seen.Parameters[0]);
        Expression<Func<Consultation, Application, bool>> its = (c, a) => a.Id == c.ApplicationId;
        var same = ReplacingExpressionVisitor.Replace(its.Parameters[0], row, ReplacingExpressionVisitor.Replace(its.Parameters[1], application, its.Body));
        var hidden = Expression.AndAlso(same, Expression.Not(Expression.OrElse(@else.Body, seen.Body)));
        IQueryable cases = db.Set<Application>();
        return Expression.Lambda<Func<Consultation, bool>>(
            Expression.Not(Expression.Call(typeof(Queryable), nameof(Queryable.Any), [typeof(Application)], cases.Expression, Expression.Lambda<Func<Application, bool>>(hidden, application))), row);
    }
}
