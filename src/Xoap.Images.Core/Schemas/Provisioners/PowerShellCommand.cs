using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Commands in PowerShell in the guest.</summary>
internal static class PowerShellCommand
{
    public static ProvisionerType Type { get; } = new(
        "PowerShellCommand",
        "powershell",
        Platform.Windows,
        [
            new("Command", SettingType.Text) { Enforced = true, Plain = true },
            ShellSettings.EnvironmentVariables,
            ShellSettings.WorkingDirectory,
        ],
        PowerShellSettings.Managed(
            new("inline", "write Command"),
            new("script", "write Type=\"PowerShellScript\" and Script"),
            new("scripts", "write Type=\"PowerShellScript\" and Scripts")));
}
