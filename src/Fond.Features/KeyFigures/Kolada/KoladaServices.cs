using Microsoft.Extensions.DependencyInjection;

namespace Fond.Features.KeyFigures.Kolada;

internal static class KoladaServices
{
    /// <summary>What answers with another address, or too much, is not followed or read.</summary>
    public static void AddKolada(this IServiceCollection services, KoladaSettings settings) => services.AddSingleton(settings)
        .AddHttpClient<KoladaClient>(http => (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(settings.PatienceSeconds), KoladaClient.LargestPage))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
}
