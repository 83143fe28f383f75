using System.Collections.Immutable;
using Xoap.Images.Diagnostics;
using Xoap.Images.Rendering;
using Xoap.Images.Running;
using Xoap.Images.Tests.History;

namespace Xoap.Images.Tests.Running;

public class PackerLogTests
{
    private static readonly ImmutableArray<StepMark> Steps =
    [
        new(1, "First", new Origin("Provisioner", "First"), ["001-first.sh"]),
        new(2, "Second", new Origin("Provisioner", "Second"), ["002-second.sh"]),
        new(3, "Third", new Origin("Provisioner", "Third"), ["003-third.sh"]),
    ];

    private readonly ManualTime _time = new();
    private readonly List<RunProgress> _progress = [];

    [Fact]
    public void Steps_are_followed_and_measured()
    {
        var log = Read("""
            2026-11-20T11:10:08Z: ==> web.file.x: Running local shell script: ./steps/001-first.sh
            2026-11-20T11:10:08Z: ==> web.file.x: stderr that names 002-other.sh
            2026-11-20T11:10:08Z:     web.file.x: output that names 002-second.sh
            2026-11-20T11:10:08Z: ==> web.file.x: Pausing 5s before the next provisioner...
            2026-11-20T11:10:08Z: ==> web.file.x: Running local shell script: ./steps/002-second.sh
            2026-11-20T11:10:08Z: ==> web.file.x: Provisioner failed with "exit 1", retrying with 2 trie(s) left
            2026-11-20T11:10:08Z: ==> web.file.x: Pausing 5s before the next provisioner...
            2026-11-20T11:10:08Z: ==> web.file.x: Running local shell script: ./steps/002-second.sh
            2026-11-20T11:10:08Z: ==> web.file.x: Running local shell script: ./steps/003-third.sh
            2026-11-20T11:10:08Z: ==> web.file.x: Running post-processor:  (type manifest)
            2026-11-20T11:10:08Z: Build 'web.file.x' finished after 21 milliseconds.
            """);
        log.End();
        Assert.Equal(["First 3", "Second 5", "Third 1"], log.Steps.Select(step => $"{step.Name} {step.Seconds}"));
        Assert.Equal(
            ["1/3 First", "2/3 Second", "3/3 Third"],
            _progress.OfType<RunProgress.StepStarted>().Select(step => $"{step.Number}/{step.Count} {step.Name}"));
        Assert.Equal("", log.Error);
        Assert.Null(log.Failed);
    }

    [Fact]
    public void A_failing_step_is_blamed_with_its_last_words()
    {
        var log = Read("""
            2026-11-20T11:10:11Z: ==> web.file.x: Running local shell script: ./steps/001-first.sh
            2026-11-20T11:10:11Z:     web.file.x: fine
            2026-11-20T11:10:11Z: ==> web.file.x: Running local shell script: ./steps/002-second.sh
            2026-11-20T11:10:11Z:     web.file.x: E: no package
            2026-11-20T11:10:11Z: Build 'web.file.x' errored after 14 milliseconds 99 microseconds: Script exited with non-zero exit status: 3.Allowed exit codes are: [0]

            ==> Wait completed after 14 milliseconds 353 microseconds

            ==> Some builds didn't complete successfully and had errors:
            --> web.file.x: Script exited with non-zero exit status: 3.Allowed exit codes are: [0]

            ==> Builds finished but no artifacts were created.
            """);
        Assert.Equal("Second", log.Failed!.Name);
        Assert.Equal("Script exited with non-zero exit status: 3. Allowed exit codes are: [0]", log.Error);
        Assert.Equal(["E: no package"], log.Excerpt.ToArray());
        Assert.False(log.TimedOut);
    }

    [Fact]
    public void A_machine_that_is_cleaned_up_does_not_hide_the_failing_step()
    {
        var log = Read("""
            2026-11-20T11:10:11Z: ==> qemu.x: Provisioning with shell script: ./steps/003-third.sh
            2026-11-20T11:10:11Z: ==> qemu.x: Provisioning step had errors: Running the cleanup provisioner, if present...
            2026-11-20T11:10:11Z: ==> qemu.x: Deleting output directory...
            2026-11-20T11:10:11Z: Build 'qemu.x' errored after 14 seconds: Script exited with non-zero exit status: 1
            """);
        Assert.Equal("Third", log.Failed!.Name);
    }

    [Fact]
    public void A_step_that_was_only_announced_is_blamed()
    {
        var log = Read("""
            2026-11-20T11:10:11Z: ==> qemu.x: Provisioning with shell script: ./steps/001-first.sh
            2026-11-20T11:10:11Z: ==> qemu.x: Setting a 2s timeout for the next provisioner...
            2026-11-20T11:10:11Z: Build 'qemu.x' errored: upload failed
            """);
        Assert.Equal("Second", log.Failed!.Name);
        Assert.Equal("upload failed", log.Error);
    }

    [Fact]
    public void A_step_without_marks_is_followed_by_counting_blocks()
    {
        StepMark[] steps =
        [
            new(1, "Copy", Origin.Project, ["001-copy.sh", "files/001-copy/"], Blocks: 2),
            new(2, "Inline", Origin.Project, []),
            new(3, "Paused", Origin.Project, ["003-paused.sh"], Blocks: 2),
        ];
        var log = new PackerLog([.. steps], _time, _progress.Add);
        foreach (var line in (string[])
        [
            "Setting a 5m0s timeout for the next provisioner...",
            "Provisioning with shell script: ./steps/001-copy.sh",
            "Setting a 5m0s timeout for the next provisioner...",
            "Uploading ./files/001-copy/a => /tmp/a",
            "Setting a 5m0s timeout for the next provisioner...",
            "Provisioning with shell script: /tmp/packer-shell123",
            "Provisioner failed with \"exit 1\", retrying with 2 trie(s) left",
            "Setting a 5m0s timeout for the next provisioner...",
            "Provisioning with shell script: /tmp/packer-shell124",
            "Pausing 10s before the next provisioner...",
            "Running local shell script: /tmp/packer-shell125",
            "Setting a 5m0s timeout for the next provisioner...",
            "Provisioning with shell script: ./steps/003-paused.sh",
        ])
        {
            log.Add("==> qemu.x: " + line);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        log.End();
        Assert.Equal(["Copy 4", "Inline 5", "Paused 4"], log.Steps.Select(step => $"{step.Name} {step.Seconds}"));
    }

    [Fact]
    public void A_timeout_is_recognised()
    {
        var log = Read("""
            2026-11-20T11:10:09Z: ==> web.file.x: Running local shell script: ./steps/001-first.sh
            2026-11-20T11:10:11Z: ==> web.file.x: Cancelling provisioner after a timeout...
            2026-11-20T11:10:11Z: Build 'web.file.x' errored after 2 seconds 12 milliseconds: Error executing script: /x/001-first.sh

            Please see output above for more information.
            """);
        Assert.True(log.TimedOut);
        Assert.Equal("Error executing script: /x/001-first.sh", log.Error);
    }

    [Fact]
    public void A_template_that_Packer_does_not_accept_is_quoted()
    {
        var log = Read("""
            Error: Unsupported argument

              on t.pkr.hcl line 4:
              (source code not available)

            An argument named "memry" is not expected here. Did you mean "memory"?

            """);
        Assert.Equal(
            "Unsupported argument on t.pkr.hcl line 4: (source code not available) "
            + "An argument named \"memry\" is not expected here. Did you mean \"memory\"?",
            System.Text.RegularExpressions.Regex.Replace(log.Error, " +", " "));
        Assert.Null(log.Failed);
    }

    [Fact]
    public void Garbage_is_text()
    {
        var log = new PackerLog(Steps, _time, _progress.Add);
        var random = new Random(3);
        for (var line = 0; line < 2000; line++)
        {
            log.Add(new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(0x110))]));
            log.Add("==> x: " + (char)27 + "[31m" + new string('\0', random.Next(5)));
        }

        log.End();
        Assert.All(log.Excerpt, line => Assert.DoesNotContain(line, char.IsControl));
    }

    private PackerLog Read(string text)
    {
        var log = new PackerLog(Steps, _time, _progress.Add);
        foreach (var line in text.Split('\n'))
        {
            log.Add(line);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        return log;
    }
}
