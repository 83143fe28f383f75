using System.Globalization;
using Xoap.Images.Model;

namespace Xoap.Images.Schemas.Provisioners;

/// <summary>Installs Windows updates, restarts as they need it, and checks that none is left.</summary>
internal static class WindowsUpdate
{
    private const int MostPasses = 20;

    public static ProvisionerType Type { get; } = new(
        "WindowsUpdate",
        "windows-update",
        Platform.Windows,
        [
            new("Preset", SettingType.Text)
            {
                Allowed = WindowsUpdatePresets.Names,
                AllowedStrict = true,
                AllowedIgnoreCase = true,
                Plain = true,
                Default = WindowsUpdatePresets.Default,
            },
            new("Passes", SettingType.Number)
            {
                Format = SettingFormat.Integer,
                Min = 1,
                Max = MostPasses,
                Plain = true,
                Default = WindowsUpdatePresets.DefaultPasses.ToString(CultureInfo.InvariantCulture),
            },
        ],
        [])
    {
        Volatile = Volatility.Weekly,
    };
}
