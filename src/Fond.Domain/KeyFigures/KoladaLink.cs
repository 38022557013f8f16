using System.Text.RegularExpressions;
using Fond.Domain.Common;

namespace Fond.Domain.KeyFigures;

/// <summary>Why the last fetch came to nothing.</summary>
public enum FetchFault
{
    /// <summary>No answer in time.</summary>
    Unreachable,

    /// <summary>An answer that is no answer to the question.</summary>
    Refused,

    /// <summary>An answer in another form than is documented.</summary>
    Unreadable,

    /// <summary>The answer names a next page at another address.</summary>
    Elsewhere,

    /// <summary>More pages or bytes than any series has.</summary>
    TooLarge,
}

/// <summary>What things are called in Kolada, the open database of municipalities' key figures.</summary>
public static partial class KoladaIds
{
    /// <summary>Demanded by its terms of use wherever its figures are shown.</summary>
    public const string Attribution = "Källa: Kolada";

    /// <summary>Characters.</summary>
    public const int Longest = 30;

    /// <summary>A key figure: N15436.</summary>
    public static bool IsKpi(string id) => Kpi().IsMatch(id);

    /// <summary>A municipality: 1283.</summary>
    public static bool IsMunicipality(string id) => Municipality().IsMatch(id);

    /// <summary>A school or another unit of a municipality: V15E144001301.</summary>
    public static bool IsUnit(string id) => Unit().IsMatch(id);

    [GeneratedRegex("^[A-Z][0-9]{5}$", RegexOptions.CultureInvariant)]
    private static partial Regex Kpi();

    [GeneratedRegex("^[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Municipality();

    [GeneratedRegex("^V[0-9A-Z]{4,25}$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}

public sealed record KeyFigureKpiInvalid() : Refusal("KEY_FIGURE_KPI_INVALID", new(
    "Ange nyckeltalets id i Kolada: en bokstav och fem siffror.", "Give the key figure's id in Kolada: a letter and five digits."));

public sealed record KeyFigureKoladaIdInvalid() : Refusal("KEY_FIGURE_KOLADA_ID_INVALID", new(
    "Ange kommunens kod med fyra siffror, eller enhetens id i Kolada, som börjar med V.", "Give the municipality's code of four digits, or the unit's id in Kolada, which begins with V."));

public sealed record KeyFigureNotInKolada() : Refusal("KEY_FIGURE_NOT_IN_KOLADA", new(
    "Nyckeltalet har inget id i Kolada och kan inte hämtas därifrån.", "The key figure has no id in Kolada and cannot be fetched from there."));

public sealed record KoladaNotConfigured() : Refusal("KOLADA_NOT_CONFIGURED", new(
    "Hämtning från Kolada är inte påslagen här.", "Fetching from Kolada is not turned on here."));
