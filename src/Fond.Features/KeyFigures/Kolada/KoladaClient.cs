using System.Net.Http.Json;
using System.Text.Json;
using Fond.Domain.KeyFigures;

namespace Fond.Features.KeyFigures.Kolada;

/// <summary>Kolada did not give what was asked for.</summary>
internal sealed class KoladaException(FetchFault fault, Exception? cause = null) : Exception(fault.ToString(), cause)
{
    public FetchFault Fault { get; } = fault;
}

/// <summary>Reads from Kolada's open API. Nothing but the configured address is asked, whatever an answer says.</summary>
internal sealed class KoladaClient(HttpClient http, KoladaSettings settings)
{
    /// <summary>Bytes of a page; the five thousand values that one holds at most take less than one million.</summary>
    public const int LargestPage = 4 * 1024 * 1024;

    /// <summary>Years, and places, in a question: the API refuses longer lists.</summary>
    public const int MostInList = 25;

    private const int MostPages = 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="ids">Municipalities or units, not both.</param>
    /// <exception cref="KoladaException" />
    public async Task<IReadOnlyList<KoladaSeries>> ReadAsync(string kpi, bool units, IEnumerable<string> ids, int lastYear, CancellationToken ct)
    {
        var years = string.Join(',', Enumerable.Range(lastYear - MostInList + 1, MostInList));
        var found = new List<KoladaSeries>();
        foreach (var some in ids.Chunk(MostInList))
            await ReadAsync(new(settings.Root, $"{(units ? "oudata" : "data")}/kpi/{kpi}/{(units ? "ou" : "municipality")}/{string.Join(',', some)}/year/{years}"), found, ct);
        return found;
    }

    private async Task ReadAsync(Uri first, List<KoladaSeries> found, CancellationToken ct)
    {
        var pages = 0;
        for (var address = first; address is not null;)
        {
            if (++pages > MostPages) throw new KoladaException(FetchFault.TooLarge);
            var page = await PageAsync(address, ct);
            found.AddRange(page.Values);
            address = NextOf(page);
        }
    }

    private async Task<KoladaPage> PageAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(address, ct);
            if (!answer.IsSuccessStatusCode) throw new KoladaException(FetchFault.Refused);
            var page = await answer.Content.ReadFromJsonAsync<KoladaPage>(Json, ct) ?? throw new KoladaException(FetchFault.Unreadable);
            return page.Values is not null && page.Values.All(s => s is { Values: not null } && s.Values.All(v => v is not null)) ? page : throw new KoladaException(FetchFault.Unreadable);
        }
        catch (HttpRequestException fault)
        {
            throw new KoladaException(fault.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? FetchFault.TooLarge : FetchFault.Unreachable, fault);
        }
        catch (OperationCanceledException fault) when (!ct.IsCancellationRequested)
        {
            throw new KoladaException(FetchFault.Unreachable, fault);
        }
        catch (JsonException fault)
        {
            throw new KoladaException(FetchFault.Unreadable, fault);
        }
    }

    /// <summary>Only below what is configured.</summary>
    private Uri? NextOf(KoladaPage page)
    {
        if (string.IsNullOrEmpty(page.Next)) return null;
        return Uri.TryCreate(settings.Root, page.Next, out var next) && next.UserInfo.Length == 0 && settings.Root.IsBaseOf(next) ? next : throw new KoladaException(FetchFault.Elsewhere);
    }
}
