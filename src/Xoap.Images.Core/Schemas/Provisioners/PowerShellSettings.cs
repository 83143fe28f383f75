using System.Collections.Immutable;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>What the PowerShell types have in common.</summary>
internal static class PowerShellSettings
{
    private const string OurVariables = "write EnvironmentVariables, which are set in the script itself";

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
