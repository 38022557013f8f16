using System.Linq.Expressions;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Data.PostgreSql;

/// <summary>What the one model must say besides on a PostgreSQL.</summary>
internal sealed class PostgreSqlModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    private static readonly StringTypeMapping Jsonb = new("jsonb", dbType: null);

    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.IsSaid("jsonb_extract_path_text", name => name, column => new SqlUnaryExpression(ExpressionType.Convert, column, typeof(string), Jsonb));
    }
}
