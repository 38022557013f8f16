using System.ComponentModel.DataAnnotations;
using Fond.Domain.Common;

namespace Fond.Api.Hosting;

/// <summary>Binds one section after another and gathers what is wrong with them.</summary>
internal sealed class SectionReader(IConfiguration configuration)
{
    private readonly List<string> _faults = [];
    private readonly List<string> _read = ["ConnectionStrings:Fond"];

    public T Read<T>(string name) where T : class, new()
    {
        _read.Add(name);
        var section = new SectionValues(_faults.Add).Bind<T>(configuration.GetSection(name));
        var results = new List<ValidationResult>();
        var context = new ValidationContext(section);
        if (!Validator.TryValidateObject(section, context, results, validateAllProperties: true) && section is IValidatableObject whole)
            results.AddRange(whole.Validate(context)); // which the validator leaves out when a part is at fault
        _faults.AddRange(results.Select(r => $"{name}:{string.Join(',', r.MemberNames)}: {r.ErrorMessage}").Distinct());
        return section;
    }

    /// <summary>Null when it is not set.</summary>
    public Uri? Address(string key)
    {
        var text = configuration[key];
        if (string.IsNullOrWhiteSpace(text)) return null;
        var address = WebAddress.Read(text);
        Demand(address is not null, $"{key} is '{text}'; it is an address that begins with http:// or https://.");
        return address;
    }

    /// <summary>
    /// A section that is nobody's, but is called almost as one that is read: what it sets would be left out in silence. Single values on top are the machine's own variables.
    /// </summary>
    public void DemandKnownNames()
    {
        DemandKnown("", configuration.GetChildren().Where(c => c.GetChildren().Any()), _read.Select(name => name.Split(':')[0]));
        foreach (var parts in _read.Where(name => name.Contains(':', StringComparison.Ordinal)).Select(name => name.Split(':')))
            DemandKnown(parts[0] + ":", configuration.GetSection(parts[0]).GetChildren(), [parts[1]]);
    }

    private void DemandKnown(string above, IEnumerable<IConfigurationSection> there, IEnumerable<string> known)
    {
        var names = known.Distinct().ToList();
        foreach (var section in there)
            if (Misspelling.Of(section.Key, names) is { } meant) _faults.Add($"{above}{section.Key}: Fond reads no such settings; {above}{meant} may be meant.");
    }

    public void Demand(IEnumerable<string> faults) => _faults.AddRange(faults);

    public void Demand(bool holds, string fault)
    {
        if (!holds) _faults.Add(fault);
    }

    public void ThrowIfFaulty()
    {
        if (_faults.Count > 0) throw new StartupFault("Fond cannot start as it is configured:\n" + string.Join('\n', _faults.Select(f => "  " + f)));
    }
}
