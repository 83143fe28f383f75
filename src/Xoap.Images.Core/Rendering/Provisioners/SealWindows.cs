using System.Globalization;
using Xoap.Images.Planning;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Generalises a Windows guest with the tools of its cloud.</summary>
internal static class SealWindows
{
    private const string Script = "SealWindows.ps1";

    /// <summary>The script gives up before Packer does, so that it can say why.</summary>
    private static readonly TimeSpan Report = TimeSpan.FromMinutes(10);

    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var provider = SettingText.Of(provisioner.Find(SealStep.Provider)!.Value);
        var minutes = (blocks.Step.Timeout - Report).TotalMinutes.ToString("0", CultureInfo.InvariantCulture);
        var text = WindowsScript.Carrier(
            WindowsEnvironment.None, provisioner, Script, ShippedScript.Text(Script), $" -Provider {provider} -Minutes {minutes}");
        blocks.Main("powershell", [new HclEntry("script", blocks.WindowsScript("", text))]);
    }
}
