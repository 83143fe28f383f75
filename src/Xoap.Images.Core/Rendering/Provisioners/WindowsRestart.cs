using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>
/// Restarts the guest, and goes on only when it is another boot. Packer's own restart does not wait for an installation that is under
/// way, gives up after five minutes, and may take the old system for the new one.
/// </summary>
internal static class WindowsRestart
{
    private const string DefaultTimeout = "30m";
    private const int Attempts = 5;
    private const string Limit = " -Minutes 10";

    /// <summary>
    /// Set while Windows configures updates behind the restart, and gone by itself. The other keys that Packer would wait for ask for yet
    /// another restart: they would not go away.
    /// </summary>
    private const string RestartInProgress =
        @"HKLM:SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootInProgress";

    public static void Render(StepBlocks blocks)
    {
        var provisioner = blocks.Step.Provisioner;
        var timeout = provisioner.Component.Find("restart_timeout") is { Value: SettingValue.Text text } ? text.Value : DefaultTimeout;
        var mark = "-Mark " + PowerShellText.Quote("xoap-" + blocks.Step.FileName) + Limit;
        blocks.PowerShell("", WindowsScript.Shipped(provisioner, "BeforeRestart.ps1", mark));
        blocks.Main("windows-restart", Waits(provisioner.Component, DefaultTimeout));
        blocks.Write(
            "powershell",
            [
                new HclEntry("script", blocks.WindowsScript("-check", WindowsScript.Shipped(provisioner, "AfterRestart.ps1", mark))),
                new HclEntry("start_retry_timeout", HclValue.Of(timeout)),
            ],
            retries: Attempts);
    }

    /// <summary>How a restart waits for the guest, unless the user says otherwise.</summary>
    public static ImmutableArray<HclEntry> Waits(Component component, string timeout)
    {
        var time = new HclEntry("restart_timeout", HclValue.Of(timeout));
        return component.Find("check_registry") is { Value: SettingValue.Flag { Value: false } }
            ? [time]
            :
            [
                new HclEntry("check_registry", HclValue.Of(true)),
                new HclEntry("registry_keys", HclValue.TextList(RestartInProgress)),
                time,
            ];
    }
}
