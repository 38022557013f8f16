using Microsoft.AspNetCore.Http;

namespace Fond.Features.Platform.Http;

internal static class RequestKeys
{
    /// <summary>What over plain HTTP stands for the key that every mutation's input may carry.</summary>
    public static string? IdempotencyKey(this HttpRequest request) => request.Headers["Idempotency-Key"] is [{ } key] ? key : null;
}
