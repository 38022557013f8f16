using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Fond.Domain.Common;
using Fond.Features.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fond.Features.Platform.Access;

/// <summary>What the holder of a link may do without signing in.</summary>
internal enum LinkPurpose
{
    /// <summary>Give the statement of one referral body; the subject is its request.</summary>
    Statement,

    /// <summary>Endorse an application, or not, for one partner; the subject is the endorsement.</summary>
    Endorsement,
}

/// <summary>That a link was given out: whoever holds its secret may do one thing for one subject. Of the secret only the hash is kept.</summary>
internal sealed class AccessLink : Entity
{
    private AccessLink() { }

    public AccessLink(LinkPurpose purpose, long subjectId, string hash, DateTimeOffset now) => (Purpose, SubjectId, Hash, IssuedAt) = (purpose, subjectId, hash, now);

    public LinkPurpose Purpose { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;
}

/// <summary>Gives links out and takes them back, in the caller's own transaction.</summary>
internal sealed class AccessLinks(FondDb db, Clock clock)
{
    /// <summary>Too many to be guessed or tried.</summary>
    private const int SecretBytes = 32;

    /// <returns>The secret; it cannot be told again.</returns>
    public string Issue(LinkPurpose purpose, long subjectId)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.Add(new AccessLink(purpose, subjectId, HashOf(secret), clock.Now));
        return secret;
    }

    /// <returns>Null for a secret that opens nothing, or no longer.</returns>
    public async Task<long?> SubjectAsync(LinkPurpose purpose, string secret, CancellationToken ct)
    {
        var hash = HashOf(secret);
        return await db.Set<AccessLink>().Where(l => l.Hash == hash && l.Purpose == purpose && l.RevokedAt == null).Select(l => (long?)l.SubjectId).SingleOrDefaultAsync(ct);
    }

    /// <summary>Whatever has been given out opens nothing any more.</summary>
    public async Task RevokeAsync(LinkPurpose purpose, IReadOnlyCollection<long> subjectIds, CancellationToken ct)
    {
        foreach (var link in await db.Set<AccessLink>().Where(l => l.Purpose == purpose && subjectIds.Contains(l.SubjectId) && l.RevokedAt == null).ToListAsync(ct)) link.Revoke(clock.Now);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

internal sealed class AccessLinkMapping : IEntityTypeConfiguration<AccessLink>
{
    public void Configure(EntityTypeBuilder<AccessLink> builder)
    {
        builder.ToTable("AccessLinks");
        builder.Property(l => l.Hash).HasMaxLength(64);
        builder.HasIndex(l => l.Hash).IsUnique();
        builder.HasIndex(l => new { l.Purpose, l.SubjectId });
    }
}
