using Fond.Domain.Common;

namespace Fond.Domain.Applications;

/// <summary>The questions of the application's form by their paths, as the schema has them: <c>summary</c>, <c>targetGroup.area</c>. A list is one field, however many rows it has.</summary>
public static class ApplicationFields
{
    public const string Title = "title", Organisation = "organisation", Serves = "serves", Summary = "summary", Start = "start", End = "end";

    /// <summary>What the form calls each.</summary>
    public static readonly IReadOnlyDictionary<string, Text> Names = new Dictionary<string, Text>
    {
        [Title] = new("Projektets namn", "The project's name"),
        [Organisation] = new("Sökande", "Applicant"),
        [Serves] = new("Programmål", "Programme goals"),
        [Summary] = new("Sammanfattning", "Summary"),
        ["need"] = new("Behov", "Need"),
        ["targetGroup"] = new("Målgrupp", "Target group"),
        ["targetGroup.description"] = new("Målgruppen: vilka de är", "The target group: who they are"),
        ["targetGroup.plannedNumber"] = new("Målgruppen: antal", "The target group: number"),
        ["targetGroup.ageFrom"] = new("Målgruppen: lägsta ålder", "The target group: youngest age"),
        ["targetGroup.ageTo"] = new("Målgruppen: högsta ålder", "The target group: oldest age"),
        ["targetGroup.area"] = new("Målgruppen: område", "The target group: area"),
        ["method"] = new("Metod", "Method"),
        ["methodStatus"] = new("Om metoden prövas, utvecklas eller skapas", "Whether the method is tested, developed or created"),
        ["evidence"] = new("Evidens eller beprövad erfarenhet", "Evidence or proven experience"),
        ["currentPractice"] = new("Dagens arbetssätt", "Current practice"),
        ["goals"] = new("Mål", "Goals"),
        ["indicators"] = new("Indikatorer", "Indicators"),
        ["preliminaryCost"] = new("Preliminär kostnad", "Preliminary cost"),
        ["budget"] = new("Budget", "Budget"),
        ["milestones"] = new("Etappmål", "Milestones"),
        ["partners"] = new("Parter", "Partners"),
        ["evaluation"] = new("Utvärdering", "Evaluation"),
        ["evaluation.design"] = new("Utvärderingen: upplägg", "The evaluation: design"),
        ["evaluation.evaluator"] = new("Utvärderingen: utvärderare", "The evaluation: evaluator"),
        ["evaluation.plan"] = new("Utvärderingen: plan", "The evaluation: plan"),
        ["childImpact"] = new("Prövning av barnets bästa", "Test of the best interests of the child"),
        ["childImpact.concernsChildren"] = new("Barnets bästa: om barn berörs", "Best interests of the child: whether children are concerned"),
        ["childImpact.children"] = new("Barnets bästa: vilka barn", "Best interests of the child: which children"),
        ["childImpact.rights"] = new("Barnets bästa: rättigheter", "Best interests of the child: rights"),
        ["childImpact.heard"] = new("Barnets bästa: hur barn har hörts", "Best interests of the child: how children have been heard"),
        ["childImpact.assessment"] = new("Barnets bästa: bedömning", "Best interests of the child: assessment"),
        ["childImpact.compensation"] = new("Barnets bästa: kompenserande åtgärder", "Best interests of the child: compensating measures"),
        ["genderEquality"] = new("Jämställdhetsanalys", "Gender equality analysis"),
        ["risks"] = new("Risker", "Risks"),
        ["afterPilot"] = new("Efter piloten", "After the pilot"),
        ["beneficiaries"] = new("Vilka som gynnas och betalar tillbaka", "Who gains and pays back"),
        [Start] = new("Projektets första dag", "The project's first day"),
        [End] = new("Projektets sista dag", "The project's last day"),
    };

    /// <summary>What a case is called after.</summary>
    public static readonly IReadOnlyCollection<string> Name = [Title, Organisation];

    public static readonly IReadOnlyCollection<string> All = [.. Names.Keys];

    /// <summary>Whether two paths have something in common: they are the same, or one is a part of the other.</summary>
    public static bool Overlap(string one, string other) => one == other || IsIn(one, other) || IsIn(other, one);

    private static bool IsIn(string part, string whole) => part.StartsWith(whole, StringComparison.Ordinal) && part.Length > whole.Length && part[whole.Length] == '.';
}

public sealed record ApplicationFieldUnknown(string Sought) : Refusal("APPLICATION_FIELD_UNKNOWN", new(
    $"Ansökans formulär har inget fält {Sought}.", $"The application's form has no field {Sought}."));
