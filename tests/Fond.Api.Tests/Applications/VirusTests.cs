using System.Net;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Domain.Common;
using Fond.Domain.Impact.Imports;

namespace Fond.Api.Tests.Applications;

/// <summary>What every file goes through, wherever it is sent.</summary>
public sealed class VirusTests : FondTest
{
    private Uploads _uploads = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _uploads = new(Fond);
        await _uploads.PrepareAsync();
        Assert.Equal(9, _uploads.Routes.Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_with_a_virus_is_refused_wherever_it_is_sent_and_a_clean_one_received(bool bySocket)
    {
        Assert.SkipUnless(Clamd.IsInstalled, "needs clamd: apt-get install clamav-daemon");
        await using var clamd = await Clamd.StartAsync();
        await using var scanning = await Fond.AgainAsync(bySocket ? [$"--Antivirus:Socket={clamd.Place}"] : ["--Antivirus:Host=127.0.0.1", $"--Antivirus:Port={clamd.Port}"]);
        await EachAsync(scanning, Clamd.Eicar, answer => Uploads.IsRefused(answer, new AttachmentInfected()));
        await EachAsync(scanning, null, IsTaken);
    }

    [Fact]
    public async Task Without_a_verdict_nothing_is_received()
    {
        await using var blind = await Fond.AgainAsync("--Antivirus:Socket=/nowhere/clamd.sock");
        await EachAsync(blind, null, answer => answer.Status == HttpStatusCode.ServiceUnavailable && (answer.Text.Contains("\"UNAVAILABLE\"", StringComparison.Ordinal) || answer.Text.Contains("Files cannot be received just now", StringComparison.Ordinal)));
        await EachAsync(Fond, null, IsTaken);
    }

    [Fact]
    public async Task A_program_under_another_name_is_refused_wherever_it_is_sent()
    {
        Refusal[] refusals = [new AttachmentTypeNotAllowed(), new ImportNotText()];
        await EachAsync(Fond, "MZ\x90\0\x03\0\0\0program"u8.ToArray(), answer => refusals.Any(refusal => Uploads.IsRefused(answer, refusal)));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_wherever_it_is_sent_and_nothing_of_it_is_kept()
    {
        var before = await Fond.RowsAsync();
        foreach (var (route, most) in _uploads.Most)
        {
            var (status, text) = await _uploads.SendAsync(Fond, route, new byte[most + 1]);
            Assert.Equal((route, HttpStatusCode.RequestEntityTooLarge), (route, status));
            Assert.Contains(route == "/remiss" ? "together at most 20 MB" : "\"LIMIT_EXCEEDED\"", text, StringComparison.Ordinal);
        }
        Assert.Equal(before, await Fond.RowsAsync());
    }

    [Fact]
    public async Task Whoever_does_not_see_what_a_file_is_sent_to_is_told_so_before_any_of_it_is_read()
    {
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Fond.Http.BaseAddress };
        foreach (var route in _uploads.Routes.Where(r => r != "/remiss")) // where what tells who sends it comes with the file
        {
            var file = new Watched();
            using var request = await Fond.As("haninge-handlaggare").RequestAsync(HttpMethod.Post, _uploads.PathOf(route));
            (request.Content, request.Headers.ExpectContinue) = (file, true);
            using var answer = await patient.SendAsync(request);
            Assert.Equal((route, HttpStatusCode.NotFound, false), (route, answer.StatusCode, file.WasRead));
        }
    }

    /// <summary>Knows whether it has been asked for.</summary>
    private sealed class Watched() : ByteArrayContent(new byte[1_000_000])
    {
        public bool WasRead { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            WasRead = true;
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }

    private static bool IsTaken((HttpStatusCode Status, string Text) answer) => answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted;

    private async Task EachAsync(FondServer server, byte[]? file, Predicate<(HttpStatusCode Status, string Text)> holds)
    {
        var faults = new List<string>();
        foreach (var route in _uploads.Routes)
            if (await _uploads.SendAsync(server, route, file) is var answer && !holds(answer)) faults.Add($"{route}: {answer}");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
