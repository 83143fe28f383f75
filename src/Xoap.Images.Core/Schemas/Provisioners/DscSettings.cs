using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>What the types for Desired State Configuration have in common.</summary>
internal static class DscSettings
{
    private const string Instead = "leave it out: the type brings its scripts";

    public static ImmutableArray<ManagedAttribute> Managed { get; } =
        [.. PowerShellSettings.OwnScripts(Instead, "DSC"), new("valid_exit_codes", Instead)];

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
}
