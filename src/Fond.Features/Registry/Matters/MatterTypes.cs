using System.Linq.Expressions;
using Fond.Domain.Access;
using Fond.Domain.Funds;
using Fond.Domain.Governance;
using Fond.Domain.Programmes;
using Fond.Domain.Registry;
using Fond.Features.Applications;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;

namespace Fond.Features.Registry.Matters;

internal sealed class MatterType : NodeType<Matter>
{
    public static readonly FieldAccess Readers = FieldAccess.For(MatterVisibility.Readers);

    public MatterType() : base("A case of the registry that no application began (ärende): a consultation on a programme, a body's instructions, a budget.", Readers)
    {
        Value("caseNumber", "The registry's number.", m => m.CaseNumber);
        Value("title", "Shortly, what it is about; for everybody unless it is marked.", m => m.Title).NotedInMatter<Matter>(m => m.Id);
        Value("openedOn", "The day on which it was entered.", m => m.OpenedOn);
        One<Person>("openedBy", "Who entered it.", m => m.OpenedById);
        Value("closedOn", "The day on which it was closed; null while it is open.", m => m.ClosedOn, nullable: true);
        One<Person>("closedBy", "Who closed it.", m => m.ClosedById);
        One<Fund>("fund", "By whose series it is numbered, and whose officers keep it.", m => m.FundId);
        One<Programme>("programme", "The programme that it is about.", m => m.ProgrammeId);
        One<Body>("body", "The body whose own matter it is.", m => m.BodyId);
        Field<SecrecyMarkType>("secrecy").Description("Whether it is marked as possibly secret; null when it is not.").Resolve(c => c.Source.Secrecy);
        Many<MatterDocument>("documents", "Its registry, by number.", d => d.MatterId);
    }
}

internal sealed class MatterDocumentType : RegistryEntryType<MatterDocument, DisposedMatterDocument>
{
    public MatterDocumentType() : base("A document of a matter as the registry has it (aktbilaga); the entry is never changed.", MatterType.Readers)
    {
        foreach (var told in new[] { "correspondent", "subject" }) Fields.Find(told)!.NotedInMatter<MatterDocument>(d => d.MatterId);
        One<Matter>("matter", "In which matter.", d => d.MatterId);
        Many<MatterDocumentFile>("files", "Its file, where it was registered by hand.", f => f.DocumentId);
    }
}

internal sealed class MatterDocumentFileType : RegistryFileType<MatterDocumentFile, MatterDocument>
{
    public MatterDocumentFileType() : base("The file of a document of a matter that was registered by hand; fetch it at its path.", "/matter-documents/files/", MatterType.Readers) =>
        Fields.Find("fileName")!.NotedInMatterDocument<MatterDocumentFile>(f => f.DocumentId);
}

/// <summary>For those who handle the fund's cases; everybody reads of it in the public register.</summary>
internal sealed class MatterVisibility : IVisible<Matter>, IVisible<MatterDocument>, IVisible<MatterDocumentFile>
{
    public static readonly Role[] Readers =
        [Role.CaseOfficer, Role.SteeringMember, Role.SteeringChair, Role.SteeringSecretary, Role.BoardRegistrar, Role.Auditor, Role.Administrator];

    public Expression<Func<Matter, bool>> To(Actor actor, FondDb db)
    {
        var (all, funds) = actor.FundsAs(Readers);
        return all ? m => true : m => funds.Contains(m.FundId);
    }

    Expression<Func<MatterDocument, bool>> IVisible<MatterDocument>.To(Actor actor, FondDb db) => Documents(actor, db);

    Expression<Func<MatterDocumentFile, bool>> IVisible<MatterDocumentFile>.To(Actor actor, FondDb db)
    {
        var documents = db.Set<MatterDocument>().Where(Documents(actor, db));
        return f => documents.Any(d => d.Id == f.DocumentId);
    }

    private Expression<Func<MatterDocument, bool>> Documents(Actor actor, FondDb db)
    {
        var matters = db.Set<Matter>().Where(To(actor, db));
        return d => matters.Any(m => m.Id == d.MatterId);
    }
}
