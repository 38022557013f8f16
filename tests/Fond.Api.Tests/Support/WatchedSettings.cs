using Microsoft.Extensions.Configuration;

namespace Fond.Api.Tests.Support;

/// <summary>Settings that know which of them have been asked for, those that are not set included.</summary>
internal sealed class WatchedSettings(Dictionary<string, string?> settings) : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Unread => settings.Keys.Where(key => !_read.Contains(key));

    /// <summary>Sections left out.</summary>
    public IEnumerable<string> Read => _read.Where(key => !_read.Any(other => other.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase)));

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load() => Data = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);

    public override bool TryGet(string key, out string? value)
    {
        _read.Add(key);
        return base.TryGet(key, out value);
    }
}
