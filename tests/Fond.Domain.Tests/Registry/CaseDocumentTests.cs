using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Registry;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Registry;

public sealed class CaseDocumentTests
{
    private static readonly DateOnly Today = MunicipalTime.Today(Given.Now);

    [Fact]
    public void A_document_follows_the_one_before_and_is_of_today_unless_said()
    {
        var document = Register(Letter, last: 2);
        Assert.Equal((3, Today, "Skolverket", "Fråga"), (document.Number, document.On, document.Correspondent, document.Subject));
        Assert.Equal(Today.AddDays(-3), Register(Letter with { On = Today.AddDays(-3), Corrects = 2 }, last: 2).On);
    }

    [Fact]
    public void What_the_registry_must_say_is_said()
    {
        var faults = Refused.ByAll(() => Register(Letter with { Subject = " ", Correspondent = "", On = Today.AddDays(1), Corrects = 4 }, last: 3));
        Assert.Equal(["subject", "correspondent", "on", "corrects"], faults.Select(f => f.Path[0]));
        Refused.By<DocumentSubjectInvalid>(() => Register(Letter with { Subject = new string('x', 301) }));
        Refused.By<DocumentCorrespondentInvalid>(() => Register(Letter with { Direction = DocumentDirection.DrawnUp }));
        Refused.By<DocumentCorrectedMissing>(() => Register(Letter with { Corrects = 0 }));
    }

    [Theory]
    [InlineData(DocumentKind.Application)]
    [InlineData(DocumentKind.Decision)]
    [InlineData(DocumentKind.Notice)]
    public void What_fond_registers_is_not_registered_by_hand(DocumentKind kind)
    {
        Refused.By<DocumentKindAutomatic>(() => Register(Letter with { Kind = kind }));
        Assert.Null(Register(Letter with { Kind = kind }, by: null).RegisteredById);
    }

    [Fact]
    public void A_draft_has_no_registry() =>
        Refused.By<DocumentCaseUnregistered>(() => new CaseDocument(Case(null), 0, Letter, null, 7, Given.Now));

    [Fact]
    public void A_document_has_one_file_and_only_when_it_was_registered_by_hand()
    {
        var file = UploadedFile.Of("../brev.pdf", "%PDF-1.7"u8.ToArray(), "abc");
        Assert.Equal("brev.pdf", new DocumentFile(Register(Letter), false, file, 7, Given.Now).FileName);
        Refused.By<DocumentHasFile>(() => new DocumentFile(Register(Letter), true, file, 7, Given.Now));
        Refused.By<DocumentKindAutomatic>(() => new DocumentFile(Register(Letter, by: null), false, file, 7, Given.Now));
    }

    [Fact]
    public void What_fond_says_of_a_document_fits_the_registry()
    {
        var entry = DocumentEntry.Out(DocumentKind.Consultation, new string('a', 500), new string('b', 500));
        Assert.Equal((200, 300), (entry.Correspondent!.Length, entry.Subject.Length));
        Register(entry, by: null);
    }

    [Theory]
    [InlineData(DocumentKind.Letter, 7L, "Om Stegen", true)]
    [InlineData(DocumentKind.Letter, 7L, "Om Trygga", true)]
    [InlineData(DocumentKind.Letter, 7L, "Om Broar", false)]
    [InlineData(DocumentKind.Endorsement, null, "Broar", true)]
    [InlineData(DocumentKind.Agreement, null, "Broar", true)]
    [InlineData(DocumentKind.Agreement, 7L, "Broar", false)]
    [InlineData(DocumentKind.Dispatch, null, "§ 4", false)]
    public void An_entry_that_tells_what_the_case_is_or_was_called_follows_its_mark(DocumentKind kind, long? by, string subject, bool follows)
    {
        var application = Case("KS 2021/1");
        typeof(Application).GetProperty(nameof(Application.Title))!.SetValue(application, "Trygga");
        var document = new CaseDocument(application, 0, Letter with { Kind = kind, Subject = subject }, null, by, Given.Now);
        Assert.Null(document.Secrecy);
        application.Mark(SecrecyMark.By("OSL 26 kap. 1 §", 7, Given.Now));
        document.Follow(application, null, ["Stegen"]);
        Assert.Equal(follows, document.Secrecy is not null);
        var before = application.NameMark();
        application.Mark(null);
        document.Follow(application, before, ["Stegen"]);
        Assert.Null(document.Secrecy);
    }

    private static readonly DocumentEntry Letter = DocumentEntry.In(DocumentKind.Letter, "Skolverket", "Fråga");

    private static CaseDocument Register(DocumentEntry entry, int last = 0, long? by = 7) => new(Case("KS 2021/1"), last, entry, null, by, Given.Now);

    private static Application Case(string? number)
    {
        var application = (Application)Activator.CreateInstance(typeof(Application), nonPublic: true)!;
        typeof(Application).GetProperty(nameof(Application.CaseNumber))!.SetValue(application, number);
        return application.WithId(1);
    }
}
