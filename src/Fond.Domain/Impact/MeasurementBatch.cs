using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fond.Domain.Common;

namespace Fond.Domain.Impact;

/// <summary>Rows that were logged together. It stands for them in the audit trail, with a checksum over them all.</summary>
public sealed class MeasurementBatch : Aggregate
{
    private MeasurementBatch() { }

    public MeasurementBatch(long planId, long loggedById, DateTimeOffset at, IReadOnlyCollection<MeasurementRow> rows) =>
        (PlanId, LoggedById, At, Rows, Sha256) = (planId, loggedById, at, rows.Count, Checksum(rows));

    public long PlanId { get; private set; }

    public long LoggedById { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>How many rows it added.</summary>
    public int Rows { get; private set; }

    /// <summary>See <see cref="Checksum"/>.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>SHA-256 over the rows in order: a line each, its columns separated by tabs, numbers without trailing zeros; exposure, subgroup and site end it where one is given.</summary>
    public static string Checksum(IEnumerable<MeasurementRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows) hash.AppendData(Encoding.UTF8.GetBytes(Line(row)));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Line(MeasurementRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.RowKey}\t{row.Indicator}\t{row.Wave}\t{row.Group}\t{row.MeasuredOn:yyyy-MM-dd}\t{row.SubjectKey}\t{row.Value:0.######}\t{row.N}\t{row.Mean:0.######}\t{row.StandardDeviation:0.######}\t{row.Events}{Further(row)}\n");

    private static string Further(MeasurementRow row) => row is { Exposure: null, Subgroup: null, SiteKey: null } ? "" : string.Create(CultureInfo.InvariantCulture, $"\t{row.Exposure:0.######}\t{row.Subgroup}\t{row.SiteKey}");
}
