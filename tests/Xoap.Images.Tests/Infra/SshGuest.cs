using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Xoap.Images.Tests.Infra;

/// <summary>This machine as a guest: an SSH server of its own on a loopback port, with a throw-away key.</summary>
public sealed class SshGuest : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Process _server;

    public SshGuest()
    {
        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", _folder["host"]);
        Run("ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-m", "PEM", "-N", "", "-f", Key);

        // SHLVL keeps bash from reading a .bashrc, whatever the machine has in it.
        _folder.Write(
            "config",
            $"""
            Port {Port}
            ListenAddress 127.0.0.1
            HostKey {_folder["host"]}
            AuthorizedKeysFile {Key}.pub
            PidFile none
            PermitRootLogin prohibit-password
            PasswordAuthentication no
            UsePAM no
            StrictModes no
            MaxStartups 100
            SetEnv SHLVL=9 PATH={Programs}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

            """);
        Directory.CreateDirectory(Programs);
        if (Environment.UserName == "root")
        {
            Directory.CreateDirectory("/run/sshd");
        }

        _server = Process.Start("/usr/sbin/sshd", ["-D", "-f", _folder["config"], "-E", _folder["log"]]);
        WaitUntilItListens();
    }

    public int Port { get; } = FreePort();

    /// <summary>The private key that it lets in.</summary>
    public string Key => _folder["key"];

    /// <summary>A folder that the guest looks for programs in, before all others.</summary>
    public string Programs => _folder["programs"];

    public void Dispose()
    {
        _server.Kill(entireProcessTree: true);
        _server.WaitForExit();
        _server.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private void WaitUntilItListens()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", Port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(50);
            }
        }

        Assert.Fail("The SSH server does not listen.\n" + File.ReadAllText(_folder["log"]));
    }
}
