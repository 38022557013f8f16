using Fond.Domain.Common;
using Fond.Domain.Decisions;
using Fond.Domain.Funds;
using Fond.Domain.Projects;
using Fond.Features.Platform;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Mutations;
using Fond.Features.PublicRegister.OpenData;
using Fond.Features.PublicRegister.Pages;
using GraphQL;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.PublicRegister;

/// <summary>What was decided, for everybody: nothing of a case before its decision, of nobody who took part, and of what is marked no more than that it is there.</summary>
internal sealed class PublicRegisterFeature : IFeature
{
    public void AddServices(IServiceCollection services) => services.AddScoped<PublicCases>().AddScoped<PublicMeasured>().AddScoped<PublicDocuments>().AddScoped<PublicConsultations>().AddScoped<PublicMatters>().AddScoped<PublicEndedCases>().AddScoped<Grants>();

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapRegister();
        routes.MapOpenData();
    }

    public void AddQueries(QueryFields queries)
    {
        queries.Field<NonNullGraphType<ConnectionType<PublicCase>>, Connection<PublicCase>>("publicRegister", "Decided cases, newest decision first; those that ended without one are in publicEndedCases. Open to everybody.", FieldAccess.Everybody, CasesAsync,
            f => Paged(f).With<StringGraphType>("municipality", "Only this municipality's.").With<EnumType<DecisionOutcome>>("outcome", "Only decisions with this outcome.").With<IdGraphType>("callId", "Only cases of this call.")
                .With<StringGraphType>("goal", "Only cases that serve the goal with this code.").With<StringGraphType>("text", "Part of the case's title, organisation, summary or case number, of the decision's reasons, of the final report's lessons, or of the name of something that was measured.")
                .With<EnumType<ProjectFuture>>("future", "Only cases of which it has been decided that this happens after the project."));
        queries.Field<NonNullGraphType<ConnectionType<PublicEndedCase>>, Connection<PublicEndedCase>>("publicEndedCases", "Cases that ended without a decision on money, newest case first; open to everybody.", FieldAccess.Everybody, EndedAsync,
            f => Paged(f).With<StringGraphType>("municipality", "Only this municipality's.").With<StringGraphType>("text", "Part of the case's title, organisation or case number."));
        queries.Field<NonNullGraphType<ConnectionType<PublicConsultation>>, Connection<PublicConsultation>>("publicConsultations", "Consultations that were sent, newest first; open to everybody.", FieldAccess.Everybody, ConsultationsAsync,
            f => Paged(f).With<StringGraphType>("municipality", "Only this municipality's.").With<StringGraphType>("text", "Part of title or case number."));
        queries.Field<NonNullGraphType<ConnectionType<PublicMatter>>, Connection<PublicMatter>>("publicMatters", "Cases that no application began, newest first; open to everybody.", FieldAccess.Everybody, MattersAsync,
            f => Paged(f).With<StringGraphType>("municipality", "Only this municipality's.").With<StringGraphType>("text", "Part of title or case number."));
        queries.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ValueType<PublicDocument>>>>, IReadOnlyList<PublicDocument>>(
            "publicDocuments", "The registry of a case that is decided or has ended, by number; empty where there is none. Open to everybody.", FieldAccess.Everybody, DocumentsAsync,
            f => f.With<NonNullGraphType<StringGraphType>>("municipality", "Whose fund it is.").With<NonNullGraphType<StringGraphType>>("caseNumber", "The registry's number."));
    }

    private static FieldType Paged(FieldType field) =>
        field.With<IntGraphType>("first", $"How many, 1 to {Connections.LargestPage}; {Connections.DefaultPage} unless said.").With<StringGraphType>("after", "The cursor after which the page begins.");

    private static async Task<Connection<PublicCase>?> CasesAsync(IResolveFieldContext c)
    {
        var search = new PublicSearch(c.GetArgument<string?>("municipality"), c.GetArgument<DecisionOutcome?>("outcome"),
            c.GetArgument<string?>("callId") is { } call ? GlobalId.KeyOf<Call>(call) : null, c.GetArgument<string?>("goal"), c.GetArgument<string?>("text"), c.GetArgument<ProjectFuture?>("future"));
        var page = await (await search.InAsync(c.Db(), c.CancellationToken)).PageAsync(c);
        return Shown(page, await c.Service<PublicCases>().OfAsync([.. page.Edges.Select(e => e.Node)], c.CancellationToken));
    }

    private static async Task<Connection<PublicEndedCase>?> EndedAsync(IResolveFieldContext c)
    {
        var ended = c.Service<PublicEndedCases>();
        var page = await (await ended.MatchingAsync(c.GetArgument<string?>("municipality"), c.GetArgument<string?>("text"), c.CancellationToken)).PageAsync(c);
        return Shown(page, await ended.OfAsync([.. page.Edges.Select(e => e.Node)], c.CancellationToken));
    }

    private static async Task<Connection<PublicConsultation>?> ConsultationsAsync(IResolveFieldContext c)
    {
        var consultations = c.Service<PublicConsultations>();
        var page = await (await consultations.MatchingAsync(c.GetArgument<string?>("municipality"), c.GetArgument<string?>("text"), c.CancellationToken)).PageAsync(c);
        return Shown(page, await consultations.OfAsync([.. page.Edges.Select(e => e.Node)], c.CancellationToken));
    }

    private static async Task<Connection<PublicMatter>?> MattersAsync(IResolveFieldContext c)
    {
        var matters = c.Service<PublicMatters>();
        var page = await (await matters.MatchingAsync(c.GetArgument<string?>("municipality"), c.GetArgument<string?>("text"), c.CancellationToken)).PageAsync(c);
        return Shown(page, await matters.OfAsync([.. page.Edges.Select(e => e.Node)], c.CancellationToken));
    }

    private static async Task<IReadOnlyList<PublicDocument>?> DocumentsAsync(IResolveFieldContext c) =>
        await c.Service<PublicDocuments>().OfAsync(c.GetArgument<string>("municipality"), c.GetArgument<string>("caseNumber"), c.CancellationToken);

    /// <summary>The same page, with what is shown of each row.</summary>
    private static Connection<TShown> Shown<T, TShown>(Connection<T> page, IReadOnlyList<TShown> shown) where T : Entity =>
        new([.. page.Edges.Zip(shown, (edge, value) => new Edge<TShown>(edge.Cursor, value))], page.PageInfo);
}
