using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Schemas.Provisioners;

namespace Xoap.Images.Schemas;

/// <summary>The friendly provisioner types; any Packer provisioner with a schema is a type too.</summary>
internal static class ProvisionerTypes
{
    private static readonly ImmutableArray<string> WindowsComponents =
        ["powershell", "windows-restart", "windows-shell", "windows-update"];

    private static readonly ImmutableArray<string> LocalComponents = ["shell-local", "breakpoint", "sleep"];

    public static ImmutableArray<ProvisionerType> Friendly { get; } =
    [
        LinuxShellCommand.Type,
        LinuxShellScript.Type,
        FileCopy.Upload,
        LinuxRestart.Type,
        LocalCommand.Type,
        PowerShellCommand.Type,
        PowerShellScript.Type,
        ApplicationInstaller.Group,
        ApplicationInstaller.Role,
        DscLocalConfiguration.Type,
        DscPullserverConfiguration.Type,
        WindowsRestart.Type,
        WindowsUpdate.Type,
    ];

    /// <summary>Every name that Type accepts: friendly ones first.</summary>
    public static IEnumerable<string> Names
    {
        get
        {
            foreach (var type in Friendly)
            {
                yield return type.Name;
            }

            foreach (var component in SchemaCatalog.ProvisionerNames)
            {
                if (!Friendly.Any(type => Same(type.Name, component)))
                {
                    yield return component;
                }
            }
        }
    }

    /// <summary>The type of that name in any case, or null. A friendly name wins over a component's.</summary>
    public static ProvisionerType? Find(string name)
    {
        foreach (var type in Friendly)
        {
            if (Same(type.Name, name))
            {
                return type;
            }
        }

        return SchemaCatalog.FindProvisioner(name) is { } schema ? Of(schema) : null;
    }

    /// <summary>The type of a provisioner as it is used: a download has its file at the other end.</summary>
    public static ProvisionerType For(Provisioner provisioner)
    {
        var type = Find(provisioner.Type)!;
        return type == FileCopy.Upload
            && provisioner.Find("Direction")?.Value is SettingValue.Text { Value: FileCopy.DownloadDirection }
            ? FileCopy.Download
            : type;
    }

    /// <summary>Whether a component does all it does on the building machine.</summary>
    public static bool IsLocal(string component) => LocalComponents.Contains(component);

    private static ProvisionerType Of(ComponentSchema schema) =>
        new(schema.Name, schema.Name, PlatformOf(schema.Name), [], [])
        {
            Volatile = schema.Name == "windows-update" ? Volatility.Weekly : Volatility.Never,
        };

    private static Platform? PlatformOf(string component) =>
        component == "shell" ? Platform.Linux
        : WindowsComponents.Contains(component) ? Platform.Windows
        : null;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
