using Xoap.Images.Model;
using Xoap.Images.Rendering.Hcl;

namespace Xoap.Images.Rendering.Provisioners;

/// <summary>Restarts the guest, and goes on only when the kernel says that it is another boot.</summary>
internal static class LinuxRestart
{
    private const string DefaultTimeout = "10m";
    private const int Attempts = 10;

    /// <summary>A login that ends with the system may end by a signal before the connection does.</summary>
    private static readonly string[] Endings = ["0", "129", "137", "143", "255"];

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
            new HclEntry("valid_exit_codes", new HclValue.List([.. Endings.Select(code => new HclValue.Symbol(code))])),
            .. command,
        ]);
        blocks.Main(
            "shell",
            [
                new HclEntry("script", blocks.Script("-check", Check(bootId))),
                new HclEntry("start_retry_timeout", HclValue.Of(timeout)),
                .. command,
            ],
            retries: Attempts);
    }

    /// <summary>
    /// Holds the login until the restart ends it: the next step shall not meet the old system. A system that goes down says no
    /// goodbye to its connections, and Packer would wait for minutes on a dead one; so no new login is let in, and then this one is cut off.
    /// </summary>
    private static string Request(string bootId) =>
        GuestScript.Start
        + "rm -f \"$0\"\n"
        + "cat /proc/sys/kernel/random/boot_id > " + bootId + "\n"
        + """

          # The process of the SSH server that serves this login.
          login=$$
          while [ "$login" -gt 1 ]; do
              case $(cat "/proc/$login/comm") in sshd* | dropbear*) break ;; esac
              login=$(sed -n 's/^PPid:[[:space:]]*//p' "/proc/$login/status")
          done

          setsid sh -c '
              sleep 1
              systemctl stop ssh.socket ssh.service sshd.service dropbear.service
              [ "$1" -le 1 ] || kill "$1"
              systemctl reboot || reboot || shutdown -r now
              sleep 120
              systemctl start ssh.service || systemctl start sshd.service
          ' sh "$login" > /dev/null 2>&1 < /dev/null &

          sleep 300
          echo 'The guest did not begin to restart within five minutes.' >&2
          exit 1

          """;

    /// <summary>Waits while it is still the old system; a connection that breaks meanwhile is another attempt.</summary>
    private static string Check(string bootId) =>
        GuestScript.Start
        + "waits=0\n"
        + "while [ \"$(cat " + bootId + ")\" = \"$(cat /proc/sys/kernel/random/boot_id)\" ]; do\n"
        + "    waits=$((waits + 1))\n"
        + "    if [ \"$waits\" -gt 150 ]; then\n"
        + "        echo 'The guest has not restarted.' >&2\n"
        + "        exit 1\n"
        + "    fi\n"
        + "    sleep 2\n"
        + "done\n"
        + "rm -f " + bootId + "\n"
        + "echo 'The guest has restarted.'\n";
}
