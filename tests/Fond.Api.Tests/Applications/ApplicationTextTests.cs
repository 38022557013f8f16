using Fond.Domain.Applications;
using Fond.Features.Applications;

namespace Fond.Api.Tests.Applications;

public sealed class ApplicationTextTests
{
    private static readonly string[] BesideTheContent = [ApplicationFields.Title, ApplicationFields.Organisation, ApplicationFields.Serves];

    private static readonly string[] WithPartsOfTheirOwn = ["targetGroup", "evaluation", "childImpact"];

    [Fact]
    public void Every_question_of_the_form_is_told() =>
        Assert.Equal(ApplicationFields.All.Except(BesideTheContent).Except(WithPartsOfTheirOwn).Order(), ApplicationText.Of(ApplicationContent.Empty).Select(f => f.Path).Order());
}
