using System.Reflection;
using System.Text.Json;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Tests.Governance;

namespace Fond.Domain.Tests.Applications;

public sealed class FieldMarkTests
{
    private static readonly SecrecyMark Mark = new("OSL 26 kap. 1 §", 7, Given.Now);

    [Fact]
    public void Every_question_of_the_form_can_be_marked_and_nothing_else() => Assert.Equal(
        Paths(typeof(ApplicationContent), "").Concat(["title", "organisation", "serves"]).Order(StringComparer.Ordinal), ApplicationFields.All.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("Summary")]
    [InlineData("targetGroup.")]
    [InlineData("budget.0.year")]
    public void What_the_form_does_not_ask_is_not_marked(string field) =>
        Assert.Equal(["field"], Refused.ByAll(() => Application().Mark(field, Mark, 7, Given.Now)).OfType<ApplicationFieldUnknown>().Single().Path);

    [Fact]
    public void A_mark_of_a_part_is_one_of_the_whole_that_it_is_a_part_of_and_of_nothing_beside_it()
    {
        var application = Application();
        application.Mark("targetGroup.area", Mark, 7, Given.Now);
        Assert.Equal((Mark, Mark, null, null), (application.MarkOf("targetGroup.area"), application.MarkOf("targetGroup"), application.MarkOf("targetGroup.ageTo"), application.MarkOf("title")));
        application.Mark("targetGroup", Mark, 7, Given.Now);
        Assert.Equal(Mark, application.MarkOf("targetGroup.ageTo"));
    }

    [Fact]
    public void Another_mark_takes_the_place_of_the_first_which_stays_as_lifted()
    {
        var application = Application();
        application.Mark("summary", Mark, 7, Given.Now);
        application.Mark("summary", Mark with { Ground = "OSL 23 kap. 2 §" }, 8, Given.Now.AddDays(1));
        Assert.Equal("OSL 23 kap. 2 §", application.MarkOf("summary")!.Ground);
        application.Mark("summary", null, 9, Given.Now.AddDays(2));
        Assert.Null(application.MarkOf("summary"));
        Assert.Equal([(Mark.Ground, 8L), ("OSL 23 kap. 2 §", 9L)], application.FieldMarks.Select(m => (m.Secrecy.Ground, m.LiftedById!.Value)));
    }

    [Fact]
    public void What_is_marked_as_a_whole_is_marked_in_each_field()
    {
        var application = Application();
        application.Mark(Mark);
        Assert.Equal((Mark, Mark), (application.MarkOf("need"), application.NameMark()));
        Assert.Empty(application.MarkedFields(ApplicationFields.All));
    }

    private static IEnumerable<string> Paths(Type type, string before) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != "EqualityContract").SelectMany(p =>
    {
        var path = before + JsonNamingPolicy.CamelCase.ConvertName(p.Name);
        var of = Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType;
        return of.Namespace == typeof(ApplicationContent).Namespace && of.IsClass ? Paths(of, path + ".").Prepend(path) : [path];
    });

    private static Application Application() => (Application)Activator.CreateInstance(typeof(Application), nonPublic: true)!;
}
