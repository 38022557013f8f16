using System.Text;

namespace Fond.Faults.Support;

/// <summary>Measurements as an evaluator sends them.</summary>
internal static class ImportFile
{
    /// <param name="number">Which sets its rows apart from those of others.</param>
    public static byte[] Of(int number, int rows)
    {
        var text = new StringBuilder("rowKey,indicator,wave,group,measuredOn,subjectKey,value\n");
        for (var row = 0; row < rows; row++) text.Append(null, $"{number}-{row},halsa,w0,INTERVENTION,2019-03-01,s{number}-{row},41.5\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
