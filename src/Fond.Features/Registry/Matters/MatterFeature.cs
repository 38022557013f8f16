using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Fond.Features.Registry.Releases;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Registry.Matters;

internal sealed class MatterFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<MatterRegistry>().AddScoped<MatterReleaseDesk>();

    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapMatterDocuments();

    public void AddQueries(QueryFields queries)
    {
        queries.List("matters", "Cases of the registry that no application began, newest first.", MatterType.Readers, c =>
        {
            var matters = c.Visible<Matter>();
            if (c.GetArgument<string?>("fundId") is { } fund) matters = matters.Where(m => m.FundId == GlobalId.KeyOf<Fund>(fund));
            if (c.GetArgument<string?>("programmeId") is { } programme) matters = matters.Where(m => m.ProgrammeId == GlobalId.KeyOf<Programme>(programme));
            return matters.WithText(c.GetArgument<string?>("text"), m => m.Title, m => m.CaseNumber);
        }, f => f.With<IdGraphType>("fundId", "Only this fund's.").With<IdGraphType>("programmeId", "Only about this programme.").With<StringGraphType>("text", "Part of title or case number."));
        queries.List("matterReleaseRequests", "Requests for documents of matters, newest first.", ReleaseRequestType.Readers, c =>
        {
            var requests = c.Visible<MatterReleaseRequest>().Open(c.GetArgument<bool?>("open"));
            var (all, funds) = c.Actor().FundsAs(ReleaseRequestType.Keepers);
            var few = c.Db().Set<Matter>().Where(m => funds.Contains(m.FundId)).Select(m => m.Id).AheadWhereFew();
            if (!all) requests = requests.Where(r => few.Contains(r.MatterId));
            return c.GetArgument<string?>("matterDocumentId") is { } document ? requests.Where(r => r.DocumentId == GlobalId.KeyOf<MatterDocument>(document)) : requests;
        }, f => f.With<IdGraphType>("matterDocumentId", "Only for this document.").With<BooleanGraphType>("open", "Only those that wait for their test, or only those that have been tested."));
    }

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<OpenMatter, OpenMatterInput, Matter>("matter", "Enters a case that no application began into the registry, with the next number of the fund's series.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<CloseMatter, CloseMatterInput, Matter>("matter", "Closes a matter in which nothing more is done: no consultation is sent in it any more, and retention rules count from then, or from a later document.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<MarkMatter, MarkMatterInput, Matter>("matter", "Marks a matter as possibly secret, with the provision: the public register then tells neither its title, nor subjects and senders of its documents, nor consultations in it. Without a provision the mark is taken away.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<RegisterMatterDocument, RegisterMatterDocumentInput, MatterDocument>("document", "Registers a document of a matter by hand; its file is sent to POST /matter-documents/{id}/files. What is sent, comes in and is put together in a consultation that bears the matter's number, Fond registers.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<MarkMatterDocument, MarkMatterDocumentInput, MatterDocument>("document", "Marks a document of a matter as possibly secret, with the provision: the public register then says neither subject nor sender. Without a provision the mark is taken away.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<RequestMatterRelease, RequestMatterReleaseInput, MatterReleaseRequest>("releaseRequest", "Takes in somebody's request for a document of a matter; they need not say who they are.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<DecideMatterRelease, DecideMatterReleaseInput, MatterReleaseRequest>("releaseRequest", "Tests whether the document can be handed out, whatever mark it has: in full, in part or not, with provision and reasons for what is withheld.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<WriteMatterReleaseDecision, WriteMatterReleaseDecisionInput, MatterReleaseRequest>("releaseRequest", "Gives the requester, who has asked for it, the decision in writing with how to appeal; the registry has it.", Role.CaseOfficer, Role.BoardRegistrar);
    }
}
