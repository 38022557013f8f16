namespace Fond.Domain.Impact;

/// <summary>What becomes of the good rows when others are faulty.</summary>
public enum LogMode
{
    /// <summary>One faulty row refuses them all.</summary>
    AllOrNothing,

    /// <summary>Rows without faults are kept, the others reported.</summary>
    ValidRows,
}
