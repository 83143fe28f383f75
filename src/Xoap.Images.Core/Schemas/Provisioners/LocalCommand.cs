using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>A command on the building machine.</summary>
internal static class LocalCommand
{
    public static ProvisionerType Type { get; } = new(
        "LocalCommand",
        "shell-local",
        Platform: null,
        [
            new("Command", SettingType.Text) { Enforced = true, Plain = true },
            ShellSettings.EnvironmentVariables,
            new("WorkingDirectory", SettingType.Text) { Format = SettingFormat.Folder, Impact = Impact.Effort, Plain = true },
            new("Inputs", SettingType.TextList) { Format = SettingFormat.Files, Plain = true },
        ],
        [
            new("inline", "write Command"),
            new("inline_shebang", "write Command, which runs in /bin/sh"),
            new("script", "write Command"),
            new("scripts", "write Command"),
            new("env", "write EnvironmentVariables"),
            new("env_var_format", "write EnvironmentVariables, which are set in the script itself"),
            new("environment_vars", "write EnvironmentVariables"),
            new("tempfile_extension", "leave it out: the script's name is ours"),
            new("use_linux_pathing", "leave it out: the path of the script is ours"),
        ]);
}
