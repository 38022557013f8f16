using System.Globalization;
using System.Text.Json;

namespace Fond.Benchmarks;

/// <summary>What a query costs beside a thousand and beside a hundred thousand other cases of the same fund.</summary>
internal static class Growth
{
    private const int Few = 1_000, Many = 100_000, Warm = 1_000, Measured = 300;

    private static readonly (string Name, string Person, string Document)[] Queries =
    [
        ("overview of a call", "haninge-ordforande", Overview.Document),
        ("the call's first page, for the officer", "haninge-handlaggare", "query($call: ID!) { applications(callId: $call) { nodes { title caseNumber phase lead { name } serves { code } } } }"),
        ("an applicant's own", "haninge-projektledare", "{ applications { nodes { title caseNumber phase workItems { title } } } }"),
        ("the first page, for an officer of another fund", "lund-handlaggare", "{ applications { nodes { title caseNumber phase } } }"),
        ("an assessor's tasks", "haninge-bedomare-1", "{ assessments { nodes { state application { title } } } }"),
        ("what waits for the officer", "haninge-handlaggare", "{ workItems(done: false) { nodes { title dueOn application { title } } } }"),
        ("the public register's first page", "haninge-projektledare", "{ publicRegister { nodes { caseNumber title granted } } }"),
    ];

    public static async Task RunAsync()
    {
        await using var fond = await BenchFond.StartAsync();
        for (var i = 1; i < 30; i++) await fond.PlayAsync("haninge", "proposeJointly");
        var (call, key) = await Overview.CallAsync(fond);
        await FillAsync(fond, key, 0, Few);
        await MeasureAsync(fond, call); // warms the code, so that the first measurement is not the cold one
        var few = await MeasureAsync(fond, call);
        await FillAsync(fond, key, Few, Many);
        var many = await MeasureAsync(fond, call);
        for (var i = 0; i < Queries.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"growth, {Queries[i].Name}: {few[i]:F2} ms beside {Few}, {many[i]:F2} ms beside {Many}, ratio {many[i] / few[i]:F2} (aim at most 1.3)"));
    }

    private static async Task<List<double>> MeasureAsync(BenchFond fond, string call)
    {
        var medians = new List<double>();
        foreach (var (_, person, document) in Queries)
        {
            var load = new Load(fond.Http.BaseAddress!, Load.Post("/graphql", await fond.TokenAsync(person), JsonSerializer.Serialize(new { query = document, variables = new { call } })));
            await load.MedianAsync(Warm);
            medians.Add(await load.MedianAsync(Measured));
        }
        return medians;
    }

    /// <summary>Adds closed cases of another call, led and assessed by others, straight into the tables and newer than the rest.</summary>
    private static Task FillAsync(BenchFond fond, long call, int from, int to) => fond.SqlAsync($$"""
        BEGIN;
        INSERT INTO Calls (Id, FundId, Title, OpensAt, ClosesAt, Version)
            SELECT 9999, FundId, 'Annan', OpensAt, ClosesAt, 1 FROM Calls WHERE Id = {{call}} AND NOT EXISTS (SELECT 1 FROM Calls WHERE Id = 9999);
        CREATE TEMP TABLE Given AS SELECT
            (SELECT FundId FROM Calls WHERE Id = {{call}}) AS Fund, (SELECT MIN(Id) FROM Criteria) AS Criterion,
            (SELECT Id FROM People WHERE Subject = 'motala-projektledare') AS Lead, (SELECT Id FROM People WHERE Subject = 'motala-bedomare-1') AS Assessor;
        CREATE TEMP TABLE Added AS WITH RECURSIVE n(i) AS (SELECT {{from}} + 1 UNION ALL SELECT i + 1 FROM n WHERE i < {{to}}) SELECT 1000000 + i AS Id FROM n;
        INSERT INTO Applications (Id, FundId, CallId, LeadId, Organisation, CaseNumber, Title, Phase, Content, Asked, ConcernsChildren, SubmittedAt, CurrentVersionNumber, Version)
            SELECT Id, Fund, 9999, Lead, 'Nämnden', 'Fyll ' || Id, 'Annat projekt', 'Dismissed', '{}', 1000, 0, 0, 1, 1 FROM Added, Given;
        INSERT INTO Assessments (Id, ApplicationId, AssessorId, State, AssignedAt, SubmittedAt, WeightedScore, Version)
            SELECT Id, Id, Assessor, 'Submitted', 0, 0, '50.0', 1 FROM Added, Given;
        INSERT INTO Scores (CriterionId, Value, Reason, AssessmentId) SELECT Criterion, 1, 'x', Id FROM Added, Given;
        INSERT INTO WorkflowInstances (Id, Workflow, WorkflowVersionId, ApplicationId, State, Phase, Ended, Version) SELECT Id, 'application', 1, Id, 'dismissed', 'Dismissed', 1, 1 FROM Added;
        INSERT INTO WorkItems (InstanceId, ApplicationId, FundId, Role, Title, OpenedAt, DoneAt, Version) SELECT Id, Id, Fund, 'CaseOfficer', '{"sv":"x","en":"x"}', 0, 1, 1 FROM Added, Given;
        DROP TABLE Added;
        DROP TABLE Given;
        COMMIT;
        """);
}
