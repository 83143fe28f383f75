using System.Collections.Immutable;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>What the shell types have in common.</summary>
internal static class ShellSettings
{
    public static SettingSchema EnvironmentVariables { get; } = new("EnvironmentVariables", SettingType.TextMap);

    public static SettingSchema RunAs { get; } = new("RunAs", SettingType.Text) { Plain = true };

    public static SettingSchema WorkingDirectory { get; } = new("WorkingDirectory", SettingType.Text) { Plain = true };

    /// <summary>What stands in every script of ours; only the sources of the script differ.</summary>
    public static ImmutableArray<ManagedAttribute> Managed(params ReadOnlySpan<ManagedAttribute> sources) =>
    [
        .. sources,
        new("env", "write EnvironmentVariables"),
        new("env_var_format", "write EnvironmentVariables, which are set in the script itself"),
        new("environment_vars", "write EnvironmentVariables"),
        new("use_env_var_file", "write EnvironmentVariables, which are set in the script itself"),
    ];
}
