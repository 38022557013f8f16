using System.Net;
using System.Net.Sockets;
using System.Text;
using Fond.Api.Tests.Support;

namespace Fond.Api.Tests.Notifications;

/// <summary>What the tests of e-mail rest on.</summary>
public sealed class MailCatcherTests
{
    [Fact]
    public async Task A_message_that_breaks_off_was_never_handed_over()
    {
        using var mail = new MailCatcher();
        await SendAsync(mail, "MAIL FROM:<a@fond>\r\nRCPT TO:<b@fond>\r\nDATA\r\nFrom: a@fond\r\n"); // the sender is killed here
        await SendAsync(mail, "MAIL FROM:<a@fond>\r\nRCPT TO:<b@fond>\r\nDATA\r\nMessage-Id: <whole@fond>\r\n\r\nHej\r\n.\r\nQUIT\r\n");
        Assert.Equal(["whole@fond"], mail.Ids());
    }

    /// <summary>Until the catcher has closed its end, so that it has kept what it will.</summary>
    private static async Task SendAsync(MailCatcher mail, string lines)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, mail.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(lines), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
