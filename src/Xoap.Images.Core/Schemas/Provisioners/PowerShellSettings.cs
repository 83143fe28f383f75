using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>What the PowerShell types have in common.</summary>
internal static class PowerShellSettings
{
    private const string OurVariables = "write EnvironmentVariables, which are set in the script itself";

    /// <summary>How long a guest may take to come back where a type restarts it.</summary>
    public static SettingSchema RestartTimeout { get; } = new("RestartTimeout", SettingType.Text)
    {
        Format = SettingFormat.Duration,
        Plain = true,
        Impact = Impact.Effort,
        Default = "30m",
    };

    /// <summary>What types set that bring scripts of their own, which run in Windows PowerShell.</summary>
    /// <param name="instead">Why, as the end of a sentence.</param>
    /// <param name="runner">Who needs Windows PowerShell.</param>
    public static ImmutableArray<ManagedAttribute> OwnScripts(string instead, string runner) =>
    [
        new("inline", instead),
        new("script", instead),
        new("scripts", instead),
        new("binary", instead),
        new("env", instead),
        new("env_var_format", instead),
        new("elevated_env_var_format", instead),
        new("environment_vars", instead),
        new("use_pwsh", $"leave it out: {runner} runs in Windows PowerShell"),
    ];

    /// <summary>What stands in every script of ours; only the sources of the script differ.</summary>
    public static ImmutableArray<ManagedAttribute> Managed(params ReadOnlySpan<ManagedAttribute> sources) =>
    [
        .. sources,
        new("env", "write EnvironmentVariables"),
        new("env_var_format", OurVariables),
        new("elevated_env_var_format", OurVariables),
        new("environment_vars", "write EnvironmentVariables"),
    ];
}
