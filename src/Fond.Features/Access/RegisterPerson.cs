using System.Net.Mail;
using Fond.Domain.Access;
using Fond.Domain.Common;
using Fond.Features.Platform.Mutations;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fond.Features.Access;

internal sealed record RegisterPersonInput : MutationInput
{
    /// <summary>The sub claim that the sign-in service gives the person.</summary>
    public required string Subject { get; init; }

    /// <summary>Name in official capacity.</summary>
    public required string Name { get; init; }

    /// <summary>The board, administration or body that the person speaks for.</summary>
    public required string Organisation { get; init; }

    /// <summary>Official address for notifications.</summary>
    public string? Email { get; init; }
}

internal sealed class RegisterPerson(FondDb db) : IHandler<RegisterPersonInput, Person>
{
    public async Task<Person> Handle(RegisterPersonInput input, CancellationToken ct)
    {
        Refuse.WhenAny(Faults(input));
        Refuse.When(await db.Set<Person>().AnyAsync(p => p.Subject == input.Subject, ct), new PersonSubjectTaken { Path = ["subject"] });
        var person = new Person(input.Subject, input.Name.Trim(), input.Organisation.Trim(), input.Email);
        db.Add(person);
        return person;
    }

    /// <summary>Characters.</summary>
    private const int Longest = 200;

    private static IEnumerable<Refusal> Faults(RegisterPersonInput input)
    {
        if (input.Subject.IsBlankOrLongerThan(Longest) || input.Subject.Any(char.IsWhiteSpace)) yield return new PersonFieldInvalid { Path = ["subject"] };
        if (input.Name.IsBlankOrLongerThan(Longest)) yield return new PersonFieldInvalid { Path = ["name"] };
        if (input.Organisation.IsBlankOrLongerThan(Longest)) yield return new PersonFieldInvalid { Path = ["organisation"] };
        if (input.Email is { } email && !EmailAddress.IsOne(email)) yield return new PersonEmailInvalid { Path = ["email"] };
    }
}

internal static class EmailAddress
{
    /// <summary>Characters (RFC 3696, erratum 1690, rounded up).</summary>
    private const int Longest = 320;

    /// <summary>Whether the text is one address and nothing beside it.</summary>
    public static bool IsOne(string text) => text.Length <= Longest && MailAddress.TryCreate(text, out var parsed) && parsed.Address == text;
}

public sealed record PersonSubjectTaken() : Refusal("PERSON_SUBJECT_TAKEN", new(
    "En annan person har redan den inloggningen.", "Another person already has that sign-in."));

public sealed record PersonFieldInvalid() : Refusal("PERSON_FIELD_INVALID", new(
    "Fyll i fältet, med högst 200 tecken; inloggningen utan mellanslag.", "Fill in the field, with at most 200 characters; the sign-in without spaces."));

public sealed record PersonEmailInvalid() : Refusal("PERSON_EMAIL_INVALID", new(
    "E-postadressen är inte giltig.", "The e-mail address is not valid."));
