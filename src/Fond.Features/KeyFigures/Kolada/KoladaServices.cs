using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.KeyFigures.Kolada;

internal static class KoladaServices
{
    /// <summary>What answers with another address, or too much, is not followed or read.</summary>
    public static void AddKolada(this IServiceCollection services) => services
        .AddHttpClient<KoladaClient>((provider, http) => (http.Timeout, http.MaxResponseContentBufferSize) =
            (TimeSpan.FromSeconds(provider.GetRequiredService<KoladaSettings>().PatienceSeconds), KoladaClient.LargestPage))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
}
