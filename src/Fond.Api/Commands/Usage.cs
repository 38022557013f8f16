using Fond.Api.Scenarios;

namespace Fond.Api.Commands;

/// <summary>What can be asked of the program; ends with 2, for nothing was done.</summary>
internal static class Usage
{
    public static int Say()
    {
        Console.Error.WriteLine($$"""
            fond [--urls http://host:port] [--Key:Sub=value ...]   serves
            fond walkthrough [NAME]                                plays a case on a throwaway database
                                                                   {{string.Join(", ", Scenario.Names())}}; helsingborg unless said
            fond migrate [--Key:Sub=value ...]                     brings the configured database up to date
            fond verify-audit [--Key:Sub=value ...]                checks the audit trail of the configured database
            fond backup FILE [--Key:Sub=value ...]                 writes a copy of a SQLite database that is in use
            fond add-administrator SUBJECT NAME ORGANISATION [--Key:Sub=value ...]
                                                                   makes the person with that sub claim an administrator
            With the SDK: dotnet run --project src/Fond.Api -- COMMAND
            """);
        return 2;
    }
}
