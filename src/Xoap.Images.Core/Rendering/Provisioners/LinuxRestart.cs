using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Restarts the guest, and goes on only when the kernel says that it is another boot.</summary>
internal static class LinuxRestart
{
    private const string DefaultTimeout = "10m";
    private const int Attempts = 30;

    public static void Render(StepBlocks blocks)
    {
        var timeout = blocks.Step.Provisioner.Find("RestartTimeout") is { Value: SettingValue.Text text }
            ? text.Value
            : DefaultTimeout;
        var bootId = ShellText.Quote("/var/tmp/" + blocks.Step.FileName + ".boot-id");
        var command = GuestCommand.Attributes(blocks, new StepEnvironment("", [], []), "root");
        blocks.Main("shell",
        [
            new HclEntry("script", blocks.Script("", Request(bootId))),
            new HclEntry("expect_disconnect", HclValue.Of(true)),
            new HclEntry("skip_clean", HclValue.Of(true)),
            .. command,
        ]);
        blocks.Main(
            "shell",
            [
                new HclEntry("script", blocks.Script("-check", Check(bootId))),
                new HclEntry("pause_before", HclValue.Of("10s")),
                new HclEntry("start_retry_timeout", HclValue.Of(timeout)),
                .. command,
            ],
            retries: Attempts);
    }

    /// <summary>The connection must end while the script runs: one that outlives the request would hide a guest that stays up.</summary>
    private static string Request(string bootId) =>
        GuestScript.Start
        + "rm -f \"$0\"\n"
        + "cat /proc/sys/kernel/random/boot_id > " + bootId + "\n"
        + "(sleep 1; systemctl reboot || reboot || shutdown -r now) > /dev/null 2>&1 < /dev/null &\n"
        + "sleep 60\n"
        + "echo 'The guest did not begin to restart within a minute.' >&2\n"
        + "exit 1\n";

    private static string Check(string bootId) =>
        GuestScript.Start
        + "if [ \"$(cat " + bootId + ")\" = \"$(cat /proc/sys/kernel/random/boot_id)\" ]; then\n"
        + "    echo 'The guest has not restarted yet.' >&2\n"
        + "    exit 1\n"
        + "fi\n"
        + "rm -f " + bootId + "\n"
        + "echo 'The guest has restarted.'\n";
}
