using System.Collections.Immutable;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Installs packaged applications, one after the other.</summary>
internal static class ApplicationInstaller
{
    public const string ApplicationGroup = "ApplicationGroup";
    public const string ApplicationRole = "ApplicationRole";

    private static readonly ImmutableArray<ManagedAttribute> Managed =
        PowerShellSettings.OwnScripts("leave it out: the type runs the toolkit of each package", "the toolkit");

    /// <summary>The applications of one group.</summary>
    public static ProvisionerType Group { get; } = new(
        "ApplicationGroupInstaller", "powershell", Platform.Windows, [Wanted(ApplicationGroup), PowerShellSettings.RestartTimeout], Managed);

    /// <summary>The applications of all groups of a role.</summary>
    public static ProvisionerType Role { get; } = new(
        "ApplicationRoleInstaller", "powershell", Platform.Windows, [Wanted(ApplicationRole), PowerShellSettings.RestartTimeout], Managed);

    public static bool Is(string type) => type == Group.Name || type == Role.Name;

    /// <summary>The setting says what is installed.</summary>
    public static bool IsContainer(string setting) => setting is ApplicationGroup or ApplicationRole;

    private static SettingSchema Wanted(string kind) => new(kind, SettingType.Text) { Enforced = true, Plain = true };
}
