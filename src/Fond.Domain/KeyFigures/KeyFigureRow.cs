using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fond.Domain.KeyFigures;

/// <summary>Whom a value is counted of.</summary>
public enum KeyFigureGender
{
    /// <summary>Everybody.</summary>
    All,

    Women,

    Men,
}

/// <summary>Why there is no value.</summary>
public enum MissingReason
{
    /// <summary>Nobody reported or counted it.</summary>
    NotReported,

    /// <summary>The publisher keeps it back, as it rests on too few.</summary>
    Secret,

    /// <summary>The publisher has taken it back.</summary>
    Withdrawn,
}

/// <summary>A value for one place in a series, or why there is none.</summary>
public sealed record KeyFigureRow
{
    /// <summary>The area's code.</summary>
    public required string Area { get; init; }

    /// <summary>The calendar year, or for a school year the one in which it ends.</summary>
    public required int Year { get; init; }

    /// <summary>Whom it is counted of.</summary>
    public KeyFigureGender Gender { get; init; } = KeyFigureGender.All;

    /// <summary>In the key figure's unit; below 10^12, at most six decimals.</summary>
    public decimal? Value { get; init; }

    /// <summary>Why there is no value; when, and only when, there is none.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>SHA-256 over the rows as lines with tabs, in hexadecimal.</summary>
    public static string ChecksumOf(IEnumerable<KeyFigureRow> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(rows.Select(Line)))));

    private static string Line(KeyFigureRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Area}\t{row.Year}\t{row.Gender}\t{row.Value:0.######}\t{row.Missing}\n");
}
