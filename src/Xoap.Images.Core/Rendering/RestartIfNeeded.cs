using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;
using Xoap.Images.Rendering.Provisioners;

namespace Xoap.Images.Rendering;

/// <summary>Restarts Windows where the script before has left its mark; without it, the block only looks whether the guest is there.</summary>
internal static class RestartIfNeeded
{
    private const string DefaultTimeout = "30m";

    /// <param name="mark">A path in the guest without spaces.</param>
    public static void Write(StepBlocks blocks, string mark)
    {
        var timeout = blocks.Step.Provisioner.Find("RestartTimeout") is { Value: SettingValue.Text text } ? text.Value : DefaultTimeout;
        blocks.Write(
            "windows-restart",
            [
                new HclEntry(
                    "restart_command", HclValue.Of($"cmd /c \"if exist {mark} (del /f /q {mark} & shutdown /r /f /t 0)\"")),
                .. WindowsRestart.Waits(blocks.Step.Provisioner.Component, timeout),
            ],
            retries: 0);
    }
}
