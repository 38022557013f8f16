using Fond.Api.Tests.Support;
using Fond.Domain.Access;

namespace Fond.Api.Tests.Platform;

public sealed class IdempotencyTests : FondTest
{
    private static object Person(string subject, string? key) => new { subject, name = "Ny", organisation = "Kommunen", idempotencyKey = key };

    [Fact]
    public async Task The_same_key_with_the_same_input_answers_with_the_first_result()
    {
        var administrator = Fond.As("administrator");
        var first = await administrator.DoAsync("registerPerson", Person("a", "k1"), "person { id }");
        var second = await administrator.DoAsync("registerPerson", Person("a", "k1"), "person { id }");
        Assert.Equal(first["person"]!["id"]!.GetValue<string>(), second["person"]!["id"]!.GetValue<string>());
        Assert.Equal(1, await Fond.InDatabaseAsync(db => Task.FromResult(db.Set<Person>().Count(p => p.Subject == "a"))));
    }

    [Fact]
    public async Task The_same_key_with_another_input_is_refused()
    {
        var administrator = Fond.As("administrator");
        await administrator.DoAsync("registerPerson", Person("a", "k1"), "person { id }");
        await administrator.RefusedAsync("IDEMPOTENCY_KEY_REUSED", "registerPerson", Person("b", "k1"), "idempotencyKey");
        Assert.Equal(0, await Fond.InDatabaseAsync(db => Task.FromResult(db.Set<Person>().Count(p => p.Subject == "b"))));
    }

    [Fact]
    public async Task A_refused_call_does_not_use_its_key_up()
    {
        var administrator = Fond.As("administrator");
        await administrator.RefusedAsync("PERSON_FIELD_INVALID", "registerPerson", Person("", "k1"), "subject");
        await administrator.DoAsync("registerPerson", Person("a", "k1"), "person { id }");
    }

    [Fact]
    public async Task Sixteen_at_once_with_one_key_make_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Fond.As("administrator").DoAsync("registerPerson", Person("a", "k1"), "person { id }")));
        Assert.Single(answers.Select(a => a["person"]!["id"]!.GetValue<string>()).Distinct());
        Assert.Equal(1, await Fond.InDatabaseAsync(db => Task.FromResult(db.Set<Person>().Count(p => p.Subject == "a"))));
    }

    [Fact]
    public async Task A_stale_version_is_refused_with_the_current_one()
    {
        var administrator = Fond.As("administrator");
        var person = (await administrator.DoAsync("registerPerson", Person("a", null), "person { id version }"))["person"]!;
        var id = person["id"]!.GetValue<string>();
        var seen = person["version"]!.GetValue<long>();
        await administrator.DoAsync("grantRole", new { personId = id, role = "AUDITOR", expectedVersion = seen }, "person { id }");
        var late = await administrator.TryAsync("grantRole", new { personId = id, role = "ASSESSOR", expectedVersion = seen }, "person { id }");
        Assert.Equal("CONFLICT", late["errors"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(seen + 1, late["errors"]![0]!["currentVersion"]!.GetValue<long>());
    }
}
