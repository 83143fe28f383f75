using System.Globalization;
using Xoap.Images.Model;

namespace Xoap.Images.Testing;

/// <summary>How a machine that Packer started is reached, from what Packer says and was told.</summary>
internal sealed class GuestReach(Component component)
{
    private const string Port = "Found port for communicator (SSH, WinRM, etc): ";
    private const string Connect = " communicator to connect: ";

    private string? _host;
    private string? _port;

    /// <param name="message">A line of Packer's log without its prefix.</param>
    public void Add(string message)
    {
        if (message.StartsWith(Port, StringComparison.Ordinal))
        {
            _port = message[Port.Length..].TrimEnd('.', ' ');
        }
        else if (message.IndexOf(Connect, StringComparison.Ordinal) is >= 0 and var at)
        {
            _host = message[(at + Connect.Length)..].Trim();
        }
    }

    public string Text()
    {
        var windows = Setting("communicator") == "winrm";
        var user = Setting(windows ? "winrm_username" : "ssh_username") ?? "its user";
        var host = _host ?? (component.Name is "qemu" or "virtualbox-ovf" or "virtualbox-vm" ? "127.0.0.1" : "its address");
        var port = _port ?? Setting(windows ? "winrm_port" : "ssh_port");
        return windows
            ? $"Reach it over WinRM at {host}{(port is null ? "" : ":" + port)} as {user}."
            : string.Create(CultureInfo.InvariantCulture, $"Reach it by 'ssh{(port is null ? "" : " -p " + port)} {user}@{host}'.");
    }

    private string? Setting(string name) => component.Find(name)?.Value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.Number number => number.Value,
        _ => null,
    };
}
