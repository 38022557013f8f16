using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Fond.Features.Platform.Persistence;

/// <summary>Looks into a column that holds JSON, where a list is searched by what lies in it.</summary>
public static class JsonText
{
    /// <summary>The text that the column's object has under a name, written out in the query; null where it has none.</summary>
    public static string? In(string? json, string name) => throw new NotSupportedException($"Only a database looks for {name} in {json}.");

    /// <summary>Whether something stands in the column's list, or between commas anywhere in its object.</summary>
    /// <param name="number">Between the signs of a pattern: "%,12,%".</param>
    public static bool Lists(string? json, string number) => throw new NotSupportedException($"Only a database looks for {number} in {json}.");

    /// <summary>Compares texts, as every engine can: "[1,12]" with commas about each number.</summary>
    internal static void IsListed(this ModelBuilder model) => model.HasDbFunction(typeof(JsonText).GetMethod(nameof(Lists))!).HasTranslation(arguments =>
    {
        var (json, number) = (arguments[0], arguments[1]);
        return new LikeExpression(Commas(Commas(json, "["), "]"), number, null, BoolTypeMapping.Default);

        SqlExpression Commas(SqlExpression text, string bracket) => new SqlFunctionExpression("replace",
            [text, new SqlConstantExpression(bracket, number.TypeMapping), new SqlConstantExpression(",", number.TypeMapping)], nullable: true, argumentsPropagateNullability: [true, false, false], typeof(string), number.TypeMapping);
    });

    /// <summary>Each engine has a function of its own for it.</summary>
    /// <param name="path">How it writes the name down.</param>
    /// <param name="column">What it must make of the column first.</param>
    public static void IsSaid(this ModelBuilder model, string function, Func<string, string> path, Func<SqlExpression, SqlExpression>? column = null) =>
        model.HasDbFunction(typeof(JsonText).GetMethod(nameof(In))!).HasTranslation(arguments =>
        {
            var (json, name) = (arguments[0], (SqlConstantExpression)arguments[1]);
            return new SqlFunctionExpression(function, [column?.Invoke(json) ?? json, new SqlConstantExpression(path((string)name.Value!), name.TypeMapping)],
                nullable: true, argumentsPropagateNullability: [true, true], typeof(string), name.TypeMapping);
        });
}
