using Fond.Domain.Access;
using Fond.Domain.Impact.Qualitative;
using Fond.Features.Platform;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Impact.Qualitative;

internal sealed class QualitativeFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<QualitativeDesk>().AddScoped<QualitativeRecords>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapEvidence();

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<RecordObservation, RecordObservationInput, Observation>("observation", "Writes down what was seen, or said in an interview, coded by themes; or corrects it by another version.", Role.Applicant, Role.Evaluator);
        mutations.Add<RecordChangeStory, RecordChangeStoryInput, ChangeStory>("changeStory", "Writes down a story of most significant change, and why it was chosen; or corrects it by another version.", Role.Evaluator);
        mutations.Add<JudgeAttainment, JudgeAttainmentInput, AttainmentJudgement>("attainment", "Judges how far a goal, an outcome or an indicator has come in a wave, with reasons; another judgement of the same is another version.", Role.Evaluator);
    }
}
