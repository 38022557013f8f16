using Fond.Domain.Funds;
using Fond.Domain.Impact.MoneyBack;
using Fond.Features.Platform.GraphQL;

namespace Fond.Features.Impact.MoneyBack;

internal sealed class PriceLineType : NodeType<PriceLine>
{
    public PriceLineType() : base("A line of a fund's price list: what one case costs a year.")
    {
        Value("code", "Short; the same for all lines of one thing as its cost changes.", l => l.Code);
        Localised("name", "What one case is.", l => l.Name);
        Value("payer", "Whose cost it is.", l => l.Payer);
        Value("board", "The board's name, when it is a board's.", l => l.Board, nullable: true);
        Value("amount", "In the prices of its year; below zero for what the payer loses when a case is prevented.", l => l.Amount);
        Value("priceYear", "In the prices of which year.", l => l.PriceYear);
        Value("source", "Where the figure is from.", l => l.Source);
        Value("from", "The first day on which it may be used.", l => l.From);
        Value("to", "The last day; null: until further notice.", l => l.To, nullable: true);
        One<Fund>("fund", "Whose price list.", l => l.FundId);
    }
}

internal sealed class PriceIndexLevelType : NodeType<PriceIndexLevel>
{
    public PriceIndexLevelType() : base("A level of a fund's price index. A corrected level is another revision; the highest holds.")
    {
        Value("year", "The calendar year.", l => l.Year);
        Value("revision", "1 for the first of the year, 2 for its correction, and so on.", l => l.Revision);
        Value("level", "In the same base as the other years'.", l => l.Level);
        Value("source", "Which index, and where it is published.", l => l.Source);
        One<Fund>("fund", "Whose index.", l => l.FundId);
    }
}
