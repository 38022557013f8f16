using System.Linq.Expressions;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;

namespace Fond.Api.Tests.Support.SqlServer;

/// <summary>The same query over another database's tables.</summary>
internal sealed class OtherModel(FondDb db) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node) =>
        node is EntityQueryRootExpression root ? new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!) : base.VisitExtension(node);
}

/// <summary>The statement of a translated query, and those of its split collections.</summary>
internal sealed class Selects : ExpressionVisitor
{
    private readonly List<Expression> _found = [];

    public static List<Expression> Of(Expression translated)
    {
        if (translated is UpdateExpression or DeleteExpression) return [translated];
        var shaped = (ShapedQueryExpression)translated;
        var selects = new Selects();
        selects._found.Add(shaped.QueryExpression);
        selects.Visit(shaped.ShaperExpression);
        return selects._found;
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is RelationalSplitCollectionShaperExpression split) _found.Add(split.SelectExpression);
        return base.VisitExtension(node);
    }
}

internal sealed class ParameterNames : ExpressionVisitor
{
    private readonly HashSet<string> _found = [];

    public static HashSet<string> Of(Expression statement)
    {
        var names = new ParameterNames();
        names.Visit(statement);
        return names._found;
    }

    protected override Expression VisitExtension(Expression node)
    {
        if (node is SqlParameterExpression parameter) _found.Add(parameter.Name);
        return base.VisitExtension(node);
    }
}
