using System.Globalization;
using Xoap.Images.Diagnostics;
using Xoap.Images.Model;

namespace Xoap.Images.Testing;

/// <summary>How a machine that Packer started is reached, from what Packer says and was told.</summary>
internal sealed class GuestReach(Component component)
{
    private const string Port = "Found port for communicator (SSH, WinRM, etc): ";
    private const string Connect = " communicator to connect: ";

    private const string Waiting = "Waiting for ";
    private const string Available = " to become available...";

    private string? _host;
    private string? _port;

    private bool IsWindows => Setting("communicator") == "winrm";

    private Setting? User => component.Find(IsWindows ? "winrm_username" : "ssh_username");

    /// <summary>Where the project says as whom Packer logs in.</summary>
    public Origin? LoginOrigin => User?.Origin;

    /// <summary>Whether the guest answered and did not let Packer in.</summary>
    public static bool IsRefusal(string reason) => reason.Contains("unable to authenticate", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when Packer begins to wait for the guest.</summary>
    /// <param name="message">A line of Packer's log without its prefix.</param>
    public bool Add(string message)
    {
        if (message.StartsWith(Port, StringComparison.Ordinal))
        {
            _port = message[Port.Length..].TrimEnd('.', ' ');
        }
        else if (message.IndexOf(Connect, StringComparison.Ordinal) is >= 0 and var at)
        {
            _host = message[(at + Connect.Length)..].Trim();
        }

        return message.StartsWith(Waiting, StringComparison.Ordinal) && message.EndsWith(Available, StringComparison.Ordinal);
    }

    /// <summary>As whom Packer logs in, where the project says so, and how.</summary>
    public string Login()
    {
        var place = LoginOrigin is { ItemType.Length: > 0, Metadata: { } setting } origin ? $" ({setting} of {origin.ItemType} '{origin.Name}')" : "";
        return $"{(Setting(User?.Name ?? "") is { } user ? $"'{user}'" : "its user")}{place} by {(IsWindows ? "WinRM" : "SSH")}";
    }

    public string Text()
    {
        var windows = IsWindows;
        var user = Setting(windows ? "winrm_username" : "ssh_username") ?? "its user";
        var host = _host ?? (component.Name is "qemu" or "virtualbox-ovf" or "virtualbox-vm" ? "127.0.0.1" : "its address");
        var port = _port ?? Setting(windows ? "winrm_port" : "ssh_port");
        var key = Setting("ssh_private_key_file");
        return windows
            ? $"Reach it over WinRM at {host}{(port is null ? "" : ":" + port)} as {user}."
            : string.Create(CultureInfo.InvariantCulture, $"Reach it by 'ssh{(port is null ? "" : " -p " + port)}{(key is null ? "" : " -i " + key)} {user}@{host}'.");
    }

    private string? Setting(string name) => component.Find(name)?.Value switch
    {
        SettingValue.Text text => text.Value,
        SettingValue.Number number => number.Value,
        _ => null,
    };
}
