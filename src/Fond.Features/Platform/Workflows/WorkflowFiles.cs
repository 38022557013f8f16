using Fond.Domain.Access;
using Fond.Features.Platform.Persistence;
using Fond.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Workflows;

/// <summary>The definition files of an installation, and what they may speak of.</summary>
internal static class WorkflowFiles
{
    public static WorkflowVocabulary Vocabulary { get; } = MakeVocabulary();

    /// <exception cref="WorkflowDefinitionException">Names the file, the place in it and the reason.</exception>
    public static IReadOnlyList<(string Json, WorkflowDefinition Definition)> Read(WorkflowSettings settings)
    {
        var read = Files(settings).Select(file => (Json: File.ReadAllText(file), Definition: Parse(file))).ToList();
        WorkflowReader.CheckTogether([.. read.Select(f => f.Definition)], Vocabulary, FolderOf(settings));
        return read;
    }

    /// <returns>What is wrong with all of them; what they are together is looked at when each is sound.</returns>
    public static IReadOnlyList<string> FaultsOf(WorkflowSettings settings)
    {
        var faults = new List<string>();
        Try(() =>
        {
            var sound = new List<WorkflowDefinition>();
            foreach (var file in Files(settings)) Try(() => sound.Add(Parse(file)));
            if (faults.Count == 0) WorkflowReader.CheckTogether(sound, Vocabulary, FolderOf(settings));
        });
        return faults;

        void Try(Action read)
        {
            try
            {
                read();
            }
            catch (Exception fault) when (fault is WorkflowDefinitionException or IOException or UnauthorizedAccessException)
            {
                faults.AddRange(fault.Message.ReplaceLineEndings("\n").Split('\n'));
            }
        }
    }

    private static WorkflowDefinition Parse(string file) => WorkflowReader.Parse(File.ReadAllText(file), Path.GetFileName(file), Vocabulary);

    private static string FolderOf(WorkflowSettings settings) => settings.Path ?? Path.Combine(AppContext.BaseDirectory, "workflows");

    private static IReadOnlyList<string> Files(WorkflowSettings settings) => Directory.Exists(FolderOf(settings))
        ? [.. Directory.EnumerateFiles(FolderOf(settings), "*.json").Where(f => !f.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : throw new WorkflowDefinitionException(FolderOf(settings), [new("$", "there is no such folder")]);

    /// <summary>The features are asked for names alone, so that there need be no database yet.</summary>
    private static WorkflowVocabulary MakeVocabulary()
    {
        using var services = new ServiceCollection().AddSingleton(new Clock(TimeProvider.System)).AddSingleton(new FondDb(new DbContextOptionsBuilder<FondDb>().Options))
            .AddImplementations(typeof(ICaseFactSource), ServiceLifetime.Singleton).BuildServiceProvider();
        var sources = services.GetServices<ICaseFactSource>().ToList();
        return new WorkflowVocabulary
        {
            Roles = [.. Enum.GetValues<Role>().Select(WorkflowNames.Of)],
            Phases = Workflow.Phases.ToDictionary(p => p.Key, p => (IReadOnlySet<string>)p.Value.Select(WorkflowNames.Of).ToHashSet()),
            Guards = [.. sources.SelectMany(s => s.Flags.Keys)],
            Dates = [.. sources.SelectMany(s => s.Dates)],
            Texts = [.. sources.SelectMany(s => s.Texts)],
            RequiredTriggers = Workflow.RequiredTriggers,
            OptionalTriggers = Workflow.OptionalTriggers,
            EarnedPhases = Workflow.EarnedPhases.ToDictionary(p => p.Key, p => (IReadOnlySet<string>)p.Value.Select(WorkflowNames.Of).ToHashSet()),
        };
    }
}
