using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Scripts of the project, run in the guest.</summary>
internal static class LinuxShellScript
{
    public static ProvisionerType Type { get; } = new(
        "LinuxShellScript",
        "shell",
        Platform.Linux,
        [
            new("Script", SettingType.Text) { Format = SettingFormat.File, Plain = true },
            new("Scripts", SettingType.TextList) { Format = SettingFormat.File, Plain = true },
            new("Arguments", SettingType.TextList) { Plain = true },
            ShellSettings.EnvironmentVariables,
            ShellSettings.RunAs,
            ShellSettings.WorkingDirectory,
            TemplateSettings.Templated,
            TemplateSettings.PlainVariables,
        ],
        ShellSettings.Managed(
            new("inline", "write Type=\"LinuxShellCommand\" and Command"),
            new("inline_shebang", "write the script's own first line")));
}
