using Fond.Api.Commands;

return args.FirstOrDefault() switch
{
    "walkthrough" => await Walkthrough.RunAsync(args[1..]),
    "verify-audit" => await VerifyAudit.RunAsync(args[1..]),
    "migrate" => await Migrate.RunAsync(args[1..]),
    _ => await Serve.RunAsync(args),
};
