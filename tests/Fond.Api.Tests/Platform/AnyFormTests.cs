using System.Diagnostics;
using System.Net;
using System.Text;
using Fond.Api.Tests.Access;
using Fond.Api.Tests.Applications;
using Fond.Api.Tests.Support;
using Fond.Domain.Applications;
using Fond.Domain.Consultations;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using Fond.Features.Platform.Persistence;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Api.Tests.Platform;

/// <summary>Whatever the forms behind links, and those who send files, are sent: it is taken whole or not at all, in time, and never a fault.</summary>
public sealed class AnyFormTests : FondTest
{
    private const int Tries = 60;

    /// <summary>Far beyond what any of them takes.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(15);

    private static readonly Dictionary<string, (string Field, string[] Sensible)[]> Forms = new()
    {
        ["/tillstyrkan"] = [("endorses", ["yes", "no"]), ("willImplement", ["yes", "no"]), ("office", ["Chef"]), ("comment", ["", "Bra"])],
        ["/remiss"] = [("stance", ["Supports", "Objects", "Abstains"]), ("answers-0", ["Bra"]), ("text", ["", "Mer"])],
        ["/remiss/tid"] = [("lastDay", ["2026-06-15", "2026-07-01"]), ("reason", ["Nämnden möts i juni."])],
    };

    /// <summary>As far as a client can write them.</summary>
    private static readonly string[] Names = ["a.pdf", "a.txt", "b.csv", .. InputGenerator.Vicious.Where(name => !string.IsNullOrWhiteSpace(name) && !name.Any(c => c == '"' || char.IsControl(c)))];

    private static readonly byte[][] Beginnings = ["%PDF-1.7\n"u8.ToArray(), [0x89, (byte)'P', (byte)'N', (byte)'G'], "PK\u0003\u0004"u8.ToArray(), "MZ"u8.ToArray(), "rowKey,wave\n"u8.ToArray(), "area,year,value\n"u8.ToArray(), [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0], []];

    [Fact]
    public async Task No_form_behind_a_link_gives_a_fault_a_hang_or_rows_in_part()
    {
        var place = new Dictionary<string, string>();
        await new AccessGround(Fond).CaseAsync("helsingborg", place);
        var links = await LinksAsync(place);
        Forms["/tillstyrkan"] = [.. Forms["/tillstyrkan"], ("textSha256", [await ShownAsync(place)])];
        foreach (var (route, fields) in Forms)
        {
            var done = 0;
            await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries).WithName(route), Prop.ForAll(Arb.From(Any(fields)), sent =>
            {
                if (HoldsAsync(route, Content(sent, links[route])).GetAwaiter().GetResult()) done++;
                AskedAnewAsync(place).GetAwaiter().GetResult();
                return true;
            })));
            Assert.True(done > 0, $"Nothing that was sent to {route} was taken.");
        }
    }

    [Fact]
    public async Task No_file_wherever_it_is_sent_gives_a_fault_a_hang_or_rows_in_part()
    {
        var uploads = new Uploads(Fond);
        await uploads.PrepareAsync();
        foreach (var route in uploads.Routes)
        {
            var files = from start in Gen.Elements(Beginnings) from rest in ArbMap.Default.GeneratorFor<byte[]>() from name in Gen.Elements(Names) select (Bytes: (byte[])[.. start, .. rest], Name: name);
            await Task.Run(() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Tries / 2).WithName(route), Prop.ForAll(Arb.From(files), file =>
                WholeAsync(async () => await uploads.SendAsync(Fond, route, file.Bytes, file.Name)).GetAwaiter().GetResult() != HttpStatusCode.Unauthorized)));
            Assert.True(await WholeAsync(async () => await uploads.SendAsync(Fond, route)) is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.UnprocessableEntity, route);
        }
    }

    /// <summary>Each field sensible, vicious or left out; now and then one that the form has not.</summary>
    private static Gen<(string Form, KeyValuePair<string, string>[] Fields)> Any((string Field, string[] Sensible)[] fields) =>
        from encoding in Gen.Elements("url", "url", "multipart", "multipart", "json", "broken")
        from wild in Gen.Elements(0, 1, 3)
        from values in Gen.CollectToArray(fields, f => Gen.Frequency((4, Gen.Elements(f.Sensible)), (wild, Gen.Elements(InputGenerator.Vicious)), (wild, Gen.Constant<string>(null!))).Select(value => KeyValuePair.Create(f.Field, value)))
        from stray in Gen.Frequency((4, Gen.Constant("")), (wild, Gen.Elements(InputGenerator.Vicious)))
        select (encoding, (KeyValuePair<string, string>[])[.. values.Where(v => v.Value is not null), .. stray.Length == 0 ? [] : new[] { KeyValuePair.Create(stray, stray) }]);

    private static HttpContent Content((string Form, KeyValuePair<string, string>[] Fields) sent, string secret)
    {
        KeyValuePair<string, string>[] fields = [KeyValuePair.Create("lank", secret), .. sent.Fields];
        switch (sent.Form)
        {
            case "url": return new FormUrlEncodedContent(fields);
            case "json": return new StringContent("{}", Encoding.UTF8, "application/json");
            case "broken": return new StringContent(string.Join('&', fields.Select(f => $"{f.Key}=%{f.Value}")), Encoding.UTF8, "application/x-www-form-urlencoded");
            default:
                var parts = new MultipartFormDataContent();
                foreach (var field in fields) parts.Add(new StringContent(field.Value), $"\"{string.Concat(field.Key.Where(c => !char.IsControl(c) && c != '"'))}\"");
                return parts;
        }
    }

    /// <returns>Whether it was taken.</returns>
    private async Task<bool> HoldsAsync(string route, HttpContent content)
    {
        var before = await Fond.RowsAsync();
        await WholeAsync(async () =>
        {
            using var request = await Fond.As(null).RequestAsync(HttpMethod.Post, route);
            request.Content = content;
            using var response = await Fond.As(null).SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        });
        return await Fond.RowsAsync() != before;
    }

    private async Task<HttpStatusCode> WholeAsync(Func<Task<(HttpStatusCode Status, string Text)>> send)
    {
        var (before, clock) = (await Fond.RowsAsync(), Stopwatch.StartNew());
        var (status, text) = await send();
        Assert.True(clock.Elapsed < Hang, text);
        Assert.True((int)status < 500, text);
        Assert.DoesNotContain("\"INTERNAL\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        if ((int)status >= 400) Assert.Equal(before, await Fond.RowsAsync());
        return status;
    }

    /// <summary>What opens each form.</summary>
    private async Task<Dictionary<string, string>> LinksAsync(Dictionary<string, string> place)
    {
        await using var scope = Fond.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Actor = Actor.System;
        var (links, db) = (scope.ServiceProvider.GetRequiredService<AccessLinks>(), scope.ServiceProvider.GetRequiredService<FondDb>());
        var body = GlobalId.KeyOf<Domain.Governance.Body>(place["boardId"]);
        var request = (await db.Set<Consultation>().SingleAsync(c => c.Id == GlobalId.KeyOf<Consultation>(place["consultationId"]))).Requests.Single(r => r.BodyId == body).Id;
        var (endorsement, statement) = (links.Issue(LinkPurpose.Endorsement, GlobalId.KeyOf<Endorsement>(place["endorsementId"])), links.Issue(LinkPurpose.Statement, request));
        await db.SaveChangesAsync();
        return new() { ["/tillstyrkan"] = endorsement, ["/remiss"] = statement, ["/remiss/tid"] = statement };
    }

    /// <summary>The checksum that the page carries of the text that it shows.</summary>
    private async Task<string> ShownAsync(Dictionary<string, string> place) =>
        (await Fond.As("helsingborg-projektledare").ReadAsync("query($id: ID!) { node(id: $id) { ... on Endorsement { textSha256 } } }", new { id = place["endorsementId"] }))["node"]!["textSha256"]!.GetValue<string>();

    /// <summary>As if nothing had been answered, so that the next is tried as the first was.</summary>
    private Task<int> AskedAnewAsync(Dictionary<string, string> place) => Fond.InDatabaseAsync(async db =>
    {
        var endorsement = await db.Set<Endorsement>().SingleAsync(e => e.Id == GlobalId.KeyOf<Endorsement>(place["endorsementId"]));
        db.Entry(endorsement).Property(e => e.Answer).CurrentValue = null;
        var consultation = await db.Set<Consultation>().SingleAsync(c => c.Id == GlobalId.KeyOf<Consultation>(place["consultationId"]));
        foreach (var request in consultation.Requests)
        {
            db.Entry(request).Property(r => r.Statement).CurrentValue = null;
            db.Entry(request).Property(r => r.Wanted).CurrentValue = null;
        }
        return await db.SaveChangesAsync();
    });
}
