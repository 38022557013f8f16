using Fond.Faults.Support;

namespace Fond.Faults;

public sealed class FiguresTests
{
    [Fact]
    public void The_page_has_a_row_of_each_figure_and_no_other()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "reliability.md"));
        var rows = page.SkipWhile(line => line != "| tried | seen |").Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split('|')[1].Trim());
        Assert.Equal(Figures.Names.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }
}
