using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tests.History;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Running;

/// <summary>Steps in Windows guests as Packer's log shows them.</summary>
public class WindowsLogTests
{
    private const string Announcement = "Setting a 1h0m0s timeout for the next provisioner...";

    private readonly List<string> _started = [];

    [Fact]
    public void Scripts_restarts_and_updates_belong_to_their_steps()
    {
        var log = Log(
            PackerProfile.Newest,
            ("first", "PowerShellCommand", ["Command=x"]),
            ("reboot", "WindowsRestart", []),
            ("patch", "WindowsUpdate", ["Passes=2"]),
            ("again", "WindowsUpdate", ["Passes=1"]),
            ("last", "PowerShellCommand", ["Command=x"]));
        Script("001-first", "first");
        Script("002-reboot", "reboot");
        Say("reboot", Announcement, "Restarting Machine", "Waiting for machine to restart...", "Machine successfully restarted, moving on");
        Script("002-reboot-check", "reboot");
        Say("reboot", "Provisioner failed with \"Script exited with non-zero exit status: 16001\", retrying with 5 trie(s) left");
        Script("002-reboot-check", "reboot");
        for (var pass = 0; pass < 2; pass++)
        {
            Say("patch", Announcement, "Uploading the Windows update elevated script...", "Running Windows update...");
        }

        Script("003-patch-check", "patch");
        Say("again", Announcement, "Uploading the Windows update elevated script...", "Running Windows update...");
        Script("004-again-check", "again");
        Script("005-last", "last");
        Assert.Equal(["first", "reboot", "patch", "again", "last"], _started);

        void Script(string file, string step)
        {
            Say(step, Announcement, "Provisioning with Powershell...", $"Provisioning with powershell script: /obj/qemu/steps/{file}.ps1");
        }

        void Say(string step, params string[] messages)
        {
            foreach (var message in messages)
            {
                log.Add($"2026-11-20T11:10:08Z: ==> win.qemu.qemu: {message}");
            }

            Assert.Equal(step, log.Current?.Name);
        }
    }

    [Fact]
    public void Rounds_of_updates_by_script_are_one_step()
    {
        var log = Log(RenderedFolder.Legacy, ("patch", "WindowsUpdate", []), ("last", "PowerShellCommand", ["Command=x"]));
        foreach (var file in (string[])["001-patch-pass-1", "001-patch-pass-2", "001-patch-pass-3", "001-patch-check"])
        {
            log.Add($"==> win.qemu.qemu: {Announcement}");
            log.Add($"==> win.qemu.qemu: Provisioning with powershell script: steps/{file}.ps1");
            log.Add($"==> win.qemu.qemu: {Announcement}");
            log.Add("==> win.qemu.qemu: Restarting Machine");
            Assert.Equal(file.EndsWith("check", StringComparison.Ordinal) ? "last" : "patch", log.Current?.Name);
        }
    }

    private PackerLog Log(PackerProfile profile, params (string Name, string Type, string[] Metadata)[] provisioners)
    {
        var diagnostics = new DiagnosticBag();
        var image = WindowsImage.Render(WindowsImage.Project(provisioners), profile, diagnostics);
        Assert.Empty(diagnostics);
        return new PackerLog(image.Steps, new ManualTime(), progress =>
        {
            if (progress is RunProgress.StepStarted started)
            {
                _started.Add(started.Name);
            }
        });
    }
}
