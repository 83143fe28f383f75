using Xoap.Images.Diagnostics;
using Xoap.Images.Model;
using Xoap.Images.Schemas;

namespace Xoap.Images.Validation.Rules;

/// <summary>The maintained plugin for XenServer has no WinRM: https://github.com/vatesfr/packer-plugin-xenserver/issues/6.</summary>
internal static class XenServerSpeaksSsh
{
    public static void Check(ImageDefinition definition, ReadingTroubles troubles, DiagnosticBag diagnostics)
    {
        foreach (var (variant, _) in HypervisorVariants.Of(definition, troubles))
        {
            var asks = variant.Component.Settings.FirstOrDefault(setting =>
                setting is { Name: PlatformDefault.Communicator, Value: SettingValue.Text { Value: PlatformDefault.WinRm } }
                || setting.Name.StartsWith("winrm_", StringComparison.Ordinal));
            if (asks is not null && variant.Component.Name.StartsWith("xenserver-", StringComparison.Ordinal))
            {
                diagnostics.Add(HypervisorDiagnostics.NoWinRm(asks.Origin, variant.Name));
            }
        }
    }
}
