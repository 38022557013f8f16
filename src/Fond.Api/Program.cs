using Fond.Api.Commands;
using Fond.Api.Hosting;
using Fond.Workflows;

try
{
    return args.FirstOrDefault() switch
    {
        "walkthrough" => await Walkthrough.RunAsync(args[1..]),
        "verify-audit" => await VerifyAudit.RunAsync(args[1..]),
        "migrate" => await Migrate.RunAsync(args[1..]),
        "backup" => await BackUp.RunAsync(args[1..]),
        "add-administrator" => await AddAdministrator.RunAsync(args[1..]),
        null => await Serve.RunAsync(args),
        var setting when setting.StartsWith("--", StringComparison.Ordinal) && setting.Contains('=', StringComparison.Ordinal) => await Serve.RunAsync(args),
        "--urls" or "--environment" => await Serve.RunAsync(args),
        _ => Usage.Say(),
    };
}
catch (Exception fault) when (fault is StartupFault or WorkflowDefinitionException)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
