using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas;

/// <summary>An attribute that a builder type sets when neither Builder, OperatingSystem nor Connection did.</summary>
/// <param name="Platform">The guest's platform.</param>
/// <param name="Value">As a project would write it.</param>
internal sealed record PlatformDefault(Platform Platform, string Attribute, string Value)
{
    public const string Communicator = "communicator";
    public const string WinRm = "winrm";
    public const string Ssh = "ssh";

    /// <summary>Attributes beside which it is not set.</summary>
    public ImmutableArray<string> Unless { get; init; } = [];

    /// <summary>WinRM over TLS with the certificate that the guest made for itself, and SSH with a user where there is one convention.</summary>
    /// <param name="ntlm">So that the guest need not allow basic authentication.</param>
    public static IEnumerable<PlatformDefault> Remote(string? windowsUser, string? linuxUser, bool ntlm = false)
    {
        yield return new(Platform.Windows, Communicator, WinRm);
        yield return new(Platform.Windows, "winrm_use_ssl", "true");
        yield return new(Platform.Windows, "winrm_insecure", "true");
        if (ntlm)
        {
            yield return new(Platform.Windows, "winrm_use_ntlm", "true");
        }

        if (windowsUser is not null)
        {
            yield return new(Platform.Windows, "winrm_username", windowsUser);
        }

        yield return new(Platform.Linux, Communicator, Ssh);
        if (linuxUser is not null)
        {
            yield return new(Platform.Linux, "ssh_username", linuxUser);
        }
    }

    /// <summary>Settings of one communicator mean nothing to the other.</summary>
    public bool CountsWith(string? communicator) =>
        !Attribute.StartsWith(Ssh + "_", StringComparison.Ordinal) && !Attribute.StartsWith(WinRm + "_", StringComparison.Ordinal)
        || Attribute.StartsWith((communicator ?? Ssh) + "_", StringComparison.Ordinal);
}
