using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>PowerShell scripts of the project, run in the guest.</summary>
internal static class PowerShellScript
{
    public static ProvisionerType Type { get; } = new(
        "PowerShellScript",
        "powershell",
        Platform.Windows,
        [
            new("Script", SettingType.Text) { Format = SettingFormat.File, Plain = true },
            new("Scripts", SettingType.TextList) { Format = SettingFormat.File, Plain = true },
            new("Arguments", SettingType.TextList) { Plain = true },
            ShellSettings.EnvironmentVariables,
            ShellSettings.WorkingDirectory,
            TemplateSettings.Templated,
            TemplateSettings.PlainVariables,
        ],
        PowerShellSettings.Managed(new ManagedAttribute("inline", "write Type=\"PowerShellCommand\" and Command")));
}
