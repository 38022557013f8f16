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
        _ => await Serve.RunAsync(args),
    };
}
catch (Exception fault) when (fault is StartupFault or WorkflowDefinitionException)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
