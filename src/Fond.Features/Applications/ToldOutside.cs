using Fond.Domain.Applications;
using Fond.Domain.Common;

namespace Fond.Features.Applications;

/// <summary>What an application is called before those who have but a link or an address: what is marked is left out.</summary>
internal static class ToldOutside
{
    public static Text Title(Application application) =>
        application.MarkOf(ApplicationFields.Title) is null ? new(application.Current.Title, application.Current.Title) : new("Ansökan", "Application");

    public static Text Applicant(Application application) =>
        application.MarkOf(ApplicationFields.Organisation) is null ? new(application.Organisation, application.Organisation) : new("Sökanden", "The applicant");
}
