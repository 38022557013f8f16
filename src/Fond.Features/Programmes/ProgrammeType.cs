using System.Linq.Expressions;
using Fond.Domain.Programmes;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using GraphQL.Types;

namespace Fond.Features.Programmes;

internal sealed class ProgrammeType : NodeType<Programme>
{
    public ProgrammeType() : base("A municipality's programme for social sustainability, or the national public health goals.", FieldAccess.Everybody)
    {
        Value("code", "Short and stable.", p => p.Code);
        Value("municipality", "Whose it is.", p => p.Municipality);
        Value("kind", "Of the municipality or of the country.", p => p.Kind);
        Value("title", "Its name.", p => p.Title);
        Value("from", "The first day that it holds.", p => p.From);
        Value("to", "The last day; null: until further notice.", p => p.To, nullable: true);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PriorityAreaType>>>>("areas").Description("Prioritised areas with their goals.").Resolve(c => c.Source.Areas.InOrder());
        Values("targetGroups", "For whom.", p => p.TargetGroups);
        Values("arenas", "Where people are met.", p => p.Arenas);
        Values("principles", "How work is to be done.", p => p.Principles);
        Values("steeringDocuments", "Documents that touch the programme, and what becomes of each.", p => p.SteeringDocuments);
    }
}

internal sealed class PriorityAreaType : ObjectGraphType<PriorityArea>
{
    public PriorityAreaType()
    {
        Name = "PriorityArea";
        Description = "A prioritised area.";
        Field(a => a.Name).Description("Its name.");
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<GoalType>>>>("goals").Description("Its goals.").Resolve(c => c.Source.Goals.InOrder());
    }
}

internal sealed class GoalType : NodeType<Goal>
{
    public GoalType() : base("A goal that applications say they serve.", FieldAccess.Everybody)
    {
        Value("code", "Unique among all goals.", g => g.Code);
        Value("title", "The goal.", g => g.Title);
    }
}

internal sealed class ProgrammeVisibility : IVisible<Programme>, IVisible<Goal>
{
    public Expression<Func<Programme, bool>> To(Actor actor, FondDb db) => programme => true;

    Expression<Func<Goal, bool>> IVisible<Goal>.To(Actor actor, FondDb db) => goal => true;
}
