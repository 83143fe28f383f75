using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Installs packaged applications, one after the other.</summary>
internal static class ApplicationInstaller
{
    public const string ApplicationGroup = "ApplicationGroup";
    public const string ApplicationRole = "ApplicationRole";

    private const string Instead = "leave it out: the type runs the toolkit of each package";

    private static readonly ImmutableArray<ManagedAttribute> Managed =
    [
        new("inline", Instead),
        new("script", Instead),
        new("scripts", Instead),
        new("binary", Instead),
        new("env", Instead),
        new("env_var_format", Instead),
        new("elevated_env_var_format", Instead),
        new("environment_vars", Instead),
        new("use_pwsh", "leave it out: the toolkit runs in Windows PowerShell"),
    ];

    /// <summary>The applications of one group.</summary>
    public static ProvisionerType Group { get; } = new(
        "ApplicationGroupInstaller", "powershell", Platform.Windows, [Wanted(ApplicationGroup), RestartTimeout], Managed);

    /// <summary>The applications of all groups of a role.</summary>
    public static ProvisionerType Role { get; } = new(
        "ApplicationRoleInstaller", "powershell", Platform.Windows, [Wanted(ApplicationRole), RestartTimeout], Managed);

    public static bool Is(string type) => type == Group.Name || type == Role.Name;

    /// <summary>The setting says what is installed.</summary>
    public static bool IsContainer(string setting) => setting is ApplicationGroup or ApplicationRole;

    private static SettingSchema RestartTimeout => new("RestartTimeout", SettingType.Text)
    {
        Format = SettingFormat.Duration,
        Plain = true,
        Impact = Impact.Effort,
        Default = "30m",
    };

    private static SettingSchema Wanted(string kind) => new(kind, SettingType.Text) { Enforced = true, Plain = true };
}
