using System.Collections.Immutable;

namespace Xoap.Images.Model;

/// <summary>Who logs in to a guest, and how: the part of a component's settings that another login replaces.</summary>
internal static class GuestLogin
{
    private static readonly string[] Who =
    [
        "ssh_username", "ssh_password", "ssh_private_key_file", "ssh_certificate_file", "ssh_agent_auth", "ssh_keypair_name",
        "temporary_key_pair_name", "winrm_username", "winrm_password",
    ];

    /// <summary>What is about logging in.</summary>
    public static ImmutableArray<Setting> Of(ImmutableArray<Setting> settings) => [.. settings.Where(setting => IsLogin(setting.Name))];

    /// <summary>The component with another login; nothing of the credentials that it had stays.</summary>
    public static Component Over(Component component, ImmutableArray<Setting> login) => login.IsEmpty ? component : component with
    {
        Settings =
        [
            .. component.Settings.Where(setting => !Who.Contains(setting.Name) && !login.Any(own => own.Name == setting.Name)),
            .. login,
        ],
    };

    private static bool IsLogin(string name) => name is "communicator"
        || name.StartsWith("ssh_", StringComparison.Ordinal)
        || name.StartsWith("winrm_", StringComparison.Ordinal)
        || Who.Contains(name);
}
