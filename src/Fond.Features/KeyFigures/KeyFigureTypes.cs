using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.KeyFigures;
using Fond.Features.Platform.GraphQL;

namespace Fond.Features.KeyFigures;

internal sealed class KeyFigureType : NodeType<KeyFigure>
{
    public KeyFigureType() : base("A key figure (nyckeltal) of a fund's municipality: what is counted every year, by area.")
    {
        Value("code", "Short and unique in the fund: its own, or the publisher's.", f => f.Code);
        Localised("name", "What it tells.", f => f.Name);
        Value("unit", "In what: per cent, kronor per inhabitant.", f => f.Unit);
        Value("definition", "How it is counted: of whom, and by what.", f => f.Definition);
        Value("direction", "What is wished for; null: neither.", f => f.Direction, nullable: true);
        Value("perPerson", "Whether its values are per person, as by inhabitant or pupil, and not the sum of an area; null: as its unit says.", f => f.PerPerson, nullable: true);
        Value("source", "Who publishes it.", f => f.Source);
        Value("attribution", "What is said wherever its values are shown: the licence, or what its terms demand.", f => f.Attribution, nullable: true);
        Value("url", "Where it is published.", f => f.Url, nullable: true);
        Value("owner", "The function that answers for it in the municipality.", f => f.Owner);
        Value("koladaKpi", "Its id in Kolada; null: its values are not fetched.", f => f.KoladaKpi, nullable: true);
        Value("fetchedAt", "When its values were last as Kolada has them.", f => f.FetchedAt, nullable: true);
        Value("fetchFault", "What came of the last fetch, when it came to nothing; it is tried again.", f => f.FetchFault, nullable: true);
        Value("nextFetchAt", "From when on it is fetched the next time, where fetching is turned on.", f => f.NextFetchAt, nullable: true);
        Value("isFollowed", "Whether the fund follows it, as the steering group last decided.", f => f.IsFollowed);
        Values("decisions", "What the steering group has decided of it, oldest first.", f => f.Decisions);
        One<Fund>("fund", "Whose municipality it is counted in.", f => f.FundId);
    }
}

internal sealed class KeyFigureAreaType : NodeType<KeyFigureArea>
{
    public KeyFigureAreaType() : base("An area that key figures are counted for: the municipality itself, or a part of it.")
    {
        Value("code", "Short and unique in the fund.", a => a.Code);
        Value("name", "Its name.", a => a.Name);
        Value("isWhole", "Whether it is the municipality itself.", a => a.IsWhole);
        Value("koladaId", "The municipality's or the unit's id in Kolada; null: its values are not fetched.", a => a.KoladaId, nullable: true);
        One<Fund>("fund", "Whose municipality it is in.", a => a.FundId);
    }
}

internal sealed class KeyFigureLoadType : NodeType<KeyFigureLoad>
{
    public KeyFigureLoadType() : base("Values that came together.")
    {
        Value("at", "When.", l => l.At);
        Value("origin", "By which way.", l => l.Origin);
        Value("added", "How many had nothing before them.", l => l.Added);
        Value("revised", "How many took the place of another, which is kept.", l => l.Revised);
        Value("sha256", "Checksum over what was added: rows as lines of area, year, gender, value and what is missing, divided by tabs.", l => l.Sha256);
        One<Person>("by", "Who; null when Fond fetched them.", l => l.ById);
        One<KeyFigure>("keyFigure", "Of what.", l => l.KeyFigureId);
    }
}

internal sealed class KeyFigureValueType : NodeType<KeyFigureValue>
{
    public KeyFigureValueType() : base("A value of a key figure, or why there is none. What it says never changes: another value for the same place is another revision.")
    {
        Value("year", "The calendar year, or for a school year the one in which it ends.", v => v.Year);
        Value("gender", "Whom it is counted of.", v => v.Gender);
        Value("value", "In the key figure's unit; null when it is missing.", v => v.Value, nullable: true);
        Value("missing", "Why there is no value.", v => v.Missing, nullable: true);
        Value("revision", "1 for the first of its place, 2 for what took its place, and so on.", v => v.Revision);
        Value("isCurrent", "Whether it is the latest of its place.", v => v.IsCurrent);
        One<KeyFigureArea>("area", "Where.", v => v.AreaId);
        One<KeyFigureLoad>("load", "When it came, and from whom.", v => v.LoadId);
        One<KeyFigure>("keyFigure", "Of what.", v => v.KeyFigureId);
    }
}
