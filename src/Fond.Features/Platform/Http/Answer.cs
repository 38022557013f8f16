using Fond.Domain.Common;
using Fond.Features.Platform.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.Platform.Http;

/// <summary>An answer before or beside any execution, in the form of a GraphQL error, in the caller's language.</summary>
internal static class Answer
{
    public static Task WriteAsync(HttpContext http, int status, string code, Text message)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store"; // also where what was to be answered could have been kept, or as a file
        http.Response.Headers.ContentDisposition = default;
        var text = message.In(http.RequestServices.GetRequiredService<ActorContext>().Language);
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message = text, extensions = new { code } } } });
    }
}
