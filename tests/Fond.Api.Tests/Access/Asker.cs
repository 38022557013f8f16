using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Access;

/// <summary>The people who try what a role opens: one who holds it in every fund, one who holds it in Helsingborg's alone, and one whom things there concern.</summary>
internal sealed record Asker(string Name, Client Everywhere, Client InFund, Client Owner)
{
    /// <summary>What each of the three got, in one word.</summary>
    /// <param name="total">What there is to get.</param>
    /// <param name="personal">Whether it concerns whoever asks, so that everybody has some of it.</param>
    public static string Cell(int everywhere, int inFund, int owner, int total, bool personal) =>
        inFund >= total && total > 1 ? "all"
        : inFund > 0 ? personal ? "own" : "scoped"
        : everywhere > 0 ? everywhere >= total ? "all" : "scoped"
        : owner > 0 ? "own"
        : "none";
}
