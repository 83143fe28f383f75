using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Commands in a shell of the guest.</summary>
internal static class LinuxShellCommand
{
    public static ProvisionerType Type { get; } = new(
        "LinuxShellCommand",
        "shell",
        Platform.Linux,
        [
            new("Command", SettingType.Text) { Enforced = true, Plain = true },
            ShellSettings.EnvironmentVariables,
            ShellSettings.RunAs,
            ShellSettings.WorkingDirectory,
        ],
        ShellSettings.Managed(
            new("inline", "write Command"),
            new("inline_shebang", "write Command, which runs in /bin/sh"),
            new("script", "write Type=\"LinuxShellScript\" and Script"),
            new("scripts", "write Type=\"LinuxShellScript\" and Scripts"),
            new("binary", "write Type=\"LinuxShellScript\" for a file")));
}
