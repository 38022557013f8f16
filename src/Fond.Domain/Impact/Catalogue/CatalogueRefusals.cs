using Fond.Domain.Common;

namespace Fond.Domain.Impact.Catalogue;

public sealed record CatalogueSourceMissing() : Refusal("CATALOGUE_SOURCE_MISSING", new(
    "Ange mätinstrument eller källsystem.", "Give an instrument or a source system."));

public sealed record CatalogueCodeTaken(string Taken) : Refusal("CATALOGUE_CODE_TAKEN", new(
    $"Koden {Taken} finns redan i katalogen. Föreslå en ny version av indikatorn, eller välj en annan kod.",
    $"The code {Taken} is already in the catalogue. Propose a new version of the indicator, or choose another code."));

public sealed record CatalogueCodeUnknown(string Sought) : Refusal("CATALOGUE_CODE_UNKNOWN", new(
    $"Koden {Sought} finns inte i katalogen.", $"The code {Sought} is not in the catalogue."));

public sealed record CatalogueProposalOpen() : Refusal("CATALOGUE_PROPOSAL_OPEN", new(
    "En version av indikatorn väntar redan på styrgruppens beslut. Ändra den i stället.",
    "A version of the indicator already awaits the steering group's decision. Change that one instead."));

public sealed record CatalogueDecided(string Indicator, int Number) : Refusal("CATALOGUE_DECIDED", new(
    $"Version {Number} av {Indicator} är redan beslutad. Föreslå en ny version.", $"Version {Number} of {Indicator} has already been decided. Propose a new version."));

public sealed record CatalogueNotAdopted(string Indicator) : Refusal("CATALOGUE_NOT_ADOPTED", new(
    $"Styrgruppen har ingen gällande version av {Indicator} i katalogen.", $"The steering group has no version of {Indicator} in force in the catalogue."));

public sealed record CatalogueRetiredEarly(DateOnly DecidedOn) : Refusal("CATALOGUE_RETIRED_EARLY", new(
    $"Indikatorn kan inte utgå innan den antogs den {DecidedOn:yyyy-MM-dd}.", $"The indicator cannot be retired before it was adopted on {DecidedOn:yyyy-MM-dd}."));

public sealed record CatalogueDiffers(string Indicator) : Refusal("CATALOGUE_DIFFERS", new(
    $"Uppgiften skiljer sig från katalogens för {Indicator}. Utelämna den, så hämtas den därifrån, eller ange indikatorn som projektets egen.",
    $"This differs from what the catalogue says of {Indicator}. Leave it out to have it from there, or give the indicator as the project's own."));
