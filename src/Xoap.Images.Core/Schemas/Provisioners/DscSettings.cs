using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>What the types for Desired State Configuration have in common.</summary>
internal static class DscSettings
{
    private const string Instead = "leave it out: the type brings its scripts";

    public static ImmutableArray<ManagedAttribute> Managed { get; } =
    [
        new("inline", Instead),
        new("script", Instead),
        new("scripts", Instead),
        new("binary", Instead),
        new("env", Instead),
        new("env_var_format", Instead),
        new("elevated_env_var_format", Instead),
        new("environment_vars", Instead),
        new("valid_exit_codes", Instead),
        new("use_pwsh", "leave it out: DSC runs in Windows PowerShell"),
    ];

    /// <summary>How often Windows may restart before the configuration has to be applied.</summary>
    public static SettingSchema Restarts { get; } = new("Restarts", SettingType.Number)
    {
        Format = SettingFormat.Integer,
        Min = 0,
        Max = 10,
        Plain = true,
        Impact = Impact.Effort,
        Default = "2",
    };

    public static SettingSchema RestartTimeout { get; } = new("RestartTimeout", SettingType.Text)
    {
        Format = SettingFormat.Duration,
        Plain = true,
        Impact = Impact.Effort,
        Default = "30m",
    };
}
