using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Applies the DSC configuration that a pull server has for the image.</summary>
internal static class DscPullserverConfiguration
{
    public const string WorkspaceId = "WorkspaceId";
    public const string GroupName = "GroupName";
    public const string ServerUrl = "ServerUrl";
    public const string RegistrationKey = "RegistrationKey";
    public const string ConfigurationNames = "ConfigurationNames";

    public static ProvisionerType Type { get; } = new(
        "DscPullserverConfiguration",
        "powershell",
        Platform.Windows,
        [
            new(WorkspaceId, SettingType.Text) { Plain = true },
            new(GroupName, SettingType.Text) { Plain = true },
            new(ServerUrl, SettingType.Text) { Plain = true },
            new(RegistrationKey, SettingType.Text) { Secret = true, Impact = Impact.Effort },
            new(ConfigurationNames, SettingType.TextList) { Plain = true },
            DscSettings.Restarts,
            PowerShellSettings.RestartTimeout,
        ],
        DscSettings.Managed);
}
