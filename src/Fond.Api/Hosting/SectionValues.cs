using System.Collections;
using System.ComponentModel;

namespace Fond.Api.Hosting;

/// <summary>What one section says, held against the type that it is bound to. What the type has no place for is told line by line, and all else is bound: no fault hides or makes another.</summary>
internal sealed class SectionValues(Action<string> tell)
{
    private readonly Dictionary<string, string?> _good = [];
    private bool _isFaulty;

    public T Bind<T>(IConfigurationSection section) where T : class, new()
    {
        Take(section, typeof(T));
        var sound = _isFaulty ? new ConfigurationBuilder().AddInMemoryCollection(_good).Build().GetSection(section.Path) : section;
        return sound.Get<T>() ?? new T();
    }

    private void Take(IConfigurationSection section, Type type)
    {
        if (TypeDescriptor.GetConverter(type) is var converter && converter.CanConvertFrom(typeof(string))) TakeValue(section, type, converter);
        else if (ElementOf(type) is { } element) foreach (var one in section.GetChildren()) Take(one, element);
        else foreach (var setting in section.GetChildren()) TakeSetting(setting, type);
    }

    private void TakeSetting(IConfigurationSection setting, Type type)
    {
        var known = type.GetProperties().Where(p => p.SetMethod is { IsPublic: true }).ToList();
        if (known.Find(p => p.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)) is { } property) Take(setting, property.PropertyType);
        else Fault($"{setting.Path}: Fond reads no such setting{(Misspelling.Of(setting.Key, [.. known.Select(p => p.Name)]) is { } meant ? $"; {meant} may be meant" : "")}.");
    }

    /// <summary>The value itself is not told: it may be a secret that came into the wrong place.</summary>
    private void TakeValue(IConfigurationSection section, Type type, TypeConverter converter)
    {
        try
        {
            if (section.GetChildren().Any()) Fault($"{section.Path}: is one value, and no section.");
            else if (section.Value is null || converter.ConvertFromInvariantString(section.Value) is not null) _good[section.Path] = section.Value;
        }
        catch (Exception malformed) when (malformed is ArgumentException or FormatException or NotSupportedException)
        {
            Fault($"{section.Path}: is not {(type == typeof(int) ? "a whole number" : type == typeof(bool) ? "true or false" : $"a {type.Name}")}.");
        }
    }

    private void Fault(string fault)
    {
        _isFaulty = true;
        tell(fault);
    }

    /// <summary>Of a list its elements, of a dictionary its values; null for what is neither.</summary>
    private static Type? ElementOf(Type type) => typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : null;
}
