using Fond.Domain.Access;
using Fond.Domain.Applications;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.Registry.Archive;
using Fond.Features.Registry.Releases;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Registry;

internal sealed class RegistryFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddSingleton<ArchiveSchemas>().AddScoped<CaseRegistry>().AddScoped<ReleaseDesk>().AddScoped<ArchiveReader>().AddScoped<ArchivePacking>().AddScoped<WrittenEntries>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapDocuments();
        routes.MapReleases();
        routes.MapArchive();
    }

    public void AddQueries(QueryFields queries)
    {
        AddDocuments(queries);
        queries.List("releaseRequests", "Requests for documents of cases that the caller handles, newest first.", ReleaseRequestType.Readers, c =>
        {
            var requests = c.Visible<ReleaseRequest>().ByFewCases(c, r => r.ApplicationId).Open(c.GetArgument<bool?>("open"));
            return c.GetArgument<string?>("documentId") is { } document ? requests.Where(r => r.DocumentId == GlobalId.KeyOf<CaseDocument>(document)) : requests;
        }, f => f.With<IdGraphType>("documentId", "Only for this document.").With<BooleanGraphType>("open", "Only those that wait for their test, or only those that have been tested."));
    }

    private static void AddDocuments(QueryFields queries) => queries.List("caseDocuments", "The registry: documents of cases, as far as the caller may know of them, newest entry first.", FieldAccess.SignedIn, c =>
    {
        var documents = c.Visible<CaseDocument>().ByFewCases(c, d => d.ApplicationId);
        if (c.GetArgument<string?>("applicationId") is { } application) documents = documents.Where(d => d.ApplicationId == GlobalId.KeyOf<Application>(application));
        if (c.GetArgument<DocumentKind?>("kind") is { } kind) documents = documents.Where(d => d.Kind == kind);
        if (c.GetArgument<DateOnly?>("from") is { } from) documents = documents.Where(d => d.On >= from);
        if (c.GetArgument<DateOnly?>("to") is { } to) documents = documents.Where(d => d.On <= to);
        return documents.WithText(c.GetArgument<string?>("text"), d => d.Subject, d => d.Correspondent);
    }, f => f.With<IdGraphType>("applicationId", "Only this case's.").With<EnumType<DocumentKind>>("kind", "Only of this kind.").With<DateOnlyGraphType>("from", "Only from this day on.")
        .With<DateOnlyGraphType>("to", "Only to this day, included.").With<StringGraphType>("text", "Part of subject, sender or recipient."));

    public void AddMutations(MutationFields mutations)
    {
        mutations.Add<RegisterDocument, RegisterDocumentInput, CaseDocument>("document", "Registers a letter, a note or another document by hand; its file is sent to POST /documents/{id}/files. What Fond takes in or draws up, Fond registers.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<RequestRelease, RequestReleaseInput, ReleaseRequest>("releaseRequest", "Takes in somebody's request for a registered document; they need not say who they are.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<DecideRelease, DecideReleaseInput, ReleaseRequest>("releaseRequest", "Tests whether the document can be handed out, whatever mark it has: in full, in part or not, with provision and reasons for what is withheld.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<WriteReleaseDecision, WriteReleaseDecisionInput, ReleaseRequest>("releaseRequest", "Gives the requester, who has asked for it, the decision in writing with how to appeal; the registry has it.", Role.CaseOfficer, Role.BoardRegistrar);
        mutations.Add<MarkDocument, MarkDocumentInput, CaseDocument>("document", "Marks a registered document as possibly secret, with the provision: the public register then says neither subject nor sender. Without a provision the mark is taken away.", Role.CaseOfficer, Role.BoardRegistrar);
    }
}
