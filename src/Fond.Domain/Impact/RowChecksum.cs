using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Fond.Domain.Impact;

/// <summary>SHA-256 over a line with the salt, where there is one, and rows in order: a line each, its columns separated by tabs, numbers without trailing zeros; exposure, subgroup and site end it where one is given.</summary>
public sealed class RowChecksum : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="salt">Drawn, and known to those who log alone: the checksum stands in the trail, and a few rows could be found by trying all that they might be.</param>
    public RowChecksum(string salt = "")
    {
        Salt = salt;
        if (salt.Length > 0) _hash.AppendData(Encoding.UTF8.GetBytes($"{salt}\n"));
    }

    public string Salt { get; }

    public int Rows { get; private set; }

    public static RowChecksum Salted() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes)));

    public RowChecksum Add(IEnumerable<MeasurementRow> rows)
    {
        foreach (var row in rows)
        {
            _hash.AppendData(Encoding.UTF8.GetBytes(Line(row)));
            Rows++;
        }
        return this;
    }

    public void Dispose() => _hash.Dispose();

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    private static string Line(MeasurementRow row) => string.Create(CultureInfo.InvariantCulture,
        $"{row.RowKey}\t{row.Indicator}\t{row.Wave}\t{row.Group}\t{row.MeasuredOn:yyyy-MM-dd}\t{row.SubjectKey}\t{row.Value:0.######}\t{row.N}\t{row.Mean:0.######}\t{row.StandardDeviation:0.######}\t{row.Events}{Further(row)}\n");

    private static string Further(MeasurementRow row) => row is { Exposure: null, Subgroup: null, SiteKey: null } ? "" : string.Create(CultureInfo.InvariantCulture, $"\t{row.Exposure:0.######}\t{row.Subgroup}\t{row.SiteKey}");
}
