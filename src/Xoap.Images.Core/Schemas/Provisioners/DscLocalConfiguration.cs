using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Applies a DSC configuration of the project.</summary>
internal static class DscLocalConfiguration
{
    public const string StageOnly = "StageOnly";

    public static ProvisionerType Type { get; } = new(
        "DscLocalConfiguration",
        "powershell",
        Platform.Windows,
        [
            new("Configuration", SettingType.Text) { Format = SettingFormat.Files, Enforced = true, Plain = true },
            new("ConfigurationName", SettingType.Text) { Plain = true },
            new("ConfigurationData", SettingType.Text) { Format = SettingFormat.File, Plain = true },
            new("Modules", SettingType.TextList) { Format = SettingFormat.Files, Plain = true },
            new("Mode", SettingType.Text)
            {
                Allowed = ["Apply", StageOnly], AllowedStrict = true, AllowedIgnoreCase = true, Plain = true, Default = "Apply",
            },
            DscSettings.Restarts,
            PowerShellSettings.RestartTimeout,
        ],
        DscSettings.Managed);
}
