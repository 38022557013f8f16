using Fond.Domain.Common;

namespace Fond.Domain.Impact.MoneyBack;

public sealed record PriceDatesReversed() : Refusal("PRICE_DATES_REVERSED", new(
    "Prisets sista dag ligger före dess första.", "The last day of the price is before its first."));

public sealed record PriceEnded(DateOnly On) : Refusal("PRICE_ENDED", new(
    $"Priset upphör redan den {On:yyyy-MM-dd}. Lägg till en ny rad för tiden därefter.", $"The price already ends on {On:yyyy-MM-dd}. Add another line for the time after that."));

public sealed record PriceOverlap(DateOnly From) : Refusal("PRICE_OVERLAP", new(
    $"Prislistan har redan en rad med samma kod från den {From:yyyy-MM-dd}.", $"The price list already has a line of the same code from {From:yyyy-MM-dd}."));
