namespace Fond.Domain.Common;

/// <summary>What a person reads, in both languages of the system.</summary>
/// <param name="Sv">Swedish, the first language.</param>
/// <param name="En">English.</param>
public sealed record Text(string Sv, string En)
{
    public string In(Language language) => language switch
    {
        Language.Swedish => Sv,
        Language.English => En,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };
}

public enum Language { Swedish, English }
