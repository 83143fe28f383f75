using System.Diagnostics;
using System.Security.Cryptography;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>The debian-web sample as a user has it: a real virtual machine, from Debian's packages to a page on port 80.</summary>
public class SampleSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The key that the sample makes with its base disk.</summary>
    private static readonly string OperatorKey = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "xoap-images", "debian-12", "id_ed25519");

    [Fact]
    public void The_sample_builds_boots_and_then_is_up_to_date_until_an_input_changes()
    {
        using var solution = new ImageSolution();
        Sample.Copy("debian-web", solution);
        Run(solution, "sample/base/make-base-disk.sh");

        solution.Build("sample").Succeeded();
        var image = solution.PathOf("sample/bin/images/qemu/debian-web-v1.qcow2");
        Assert.True(File.Exists(image));
        Assert.Equal([image], Directory.GetFileSystemEntries(Path.GetDirectoryName(image)!));

        // The image itself says what is in it; quick-check fails when anything is missing.
        var report = Run(solution, "sample/quick-check.sh", image, OperatorKey);
        Assert.Contains("The page is served", report, StringComparison.Ordinal);
        Assert.Equal(13, report.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));

        Assert.Contains("up to date", solution.Build("sample").Succeeded().Output, StringComparison.Ordinal);
        Assert.Contains("up to date", Plan(solution), StringComparison.Ordinal);

        // Starting the image for its tests leaves its file as it is.
        var before = SHA256.HashData(File.ReadAllBytes(image));
        var tested = solution.Dotnet("test", "sample", "--logger", "trx;LogFileName=sample.trx").Succeeded().Output;
        Assert.Contains("Failed: 0, Passed: 13, Skipped: 0, Total: 13", tested, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(File.ReadAllBytes(image)));
        Assert.Empty(Machines(solution));
        Assert.Equal([image], Directory.GetFileSystemEntries(Path.GetDirectoryName(image)!));
        KillTheMachineOfTests(solution);
        Assert.Equal(before, SHA256.HashData(File.ReadAllBytes(image)));

        var added = solution.Write("sample/site/added.html", "<html></html>");
        File.SetLastWriteTimeUtc(added, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Contains("step CopySite: site/added.html", Plan(solution), StringComparison.Ordinal);
        File.Delete(added);
        Assert.Contains("up to date", Plan(solution), StringComparison.Ordinal);

        File.AppendAllText(solution.PathOf("sample/scripts/publish-site.sh"), "\n");
        Assert.Contains("step PublishSite: publish-site.sh", Plan(solution), StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupting_a_build_in_a_guest_leaves_no_machine_and_no_half_image()
    {
        using var solution = new ImageSolution();
        Sample.Copy("debian-web", solution);
        Run(solution, "sample/base/make-base-disk.sh");
        var project = solution.Read("sample/debian-web.imgproj").Replace(
            "mkdir -p /etc/systemd/journald.conf.d", "sleep 600", StringComparison.Ordinal);
        solution.Write("sample/debian-web.imgproj", project);

        using var build = Dotnet.Start(solution.Folder, solution.Environment, "build", "sample");
        build.BeginOutputReadLine();
        build.BeginErrorReadLine();
        WaitFor(() => Log(solution).Contains("002-limitjournal.sh", StringComparison.Ordinal));
        Assert.NotEmpty(Machines(solution));

        using (var kill = Process.Start("kill", ["-INT", $"{build.Id}"]))
        {
            kill.WaitForExit();
        }

        Assert.True(build.WaitForExit(Patience), "The build does not end.");
        Assert.NotEqual(0, build.ExitCode);
        Assert.Empty(Machines(solution));
        Assert.Empty(Directory.GetFileSystemEntries(solution.PathOf("sample/bin/images/qemu")));
        Assert.Contains("\"Stopped\"", solution.Read("sample/.images/debian-web/qemu/runs/1/run.json"), StringComparison.Ordinal);
    }

    /// <summary>What had reported keeps its result, the rest says why it has none, and nothing is left.</summary>
    private static void KillTheMachineOfTests(ImageSolution solution)
    {
        var temporary = Directory.CreateDirectory(solution.PathOf("temporary")).FullName;
        solution.Environment["TMPDIR"] = temporary;
        var file = solution.Write("sample/tests/killed.bats", "@test \"before\" {\n    true\n}\n\n@test \"at work\" {\n    sleep 300\n}\n");
        using var test = Dotnet.Start(solution.Folder, solution.Environment, "test", "sample", "--no-build", "--filter", "File~killed");
        var output = test.StandardOutput.ReadToEndAsync();
        test.BeginErrorReadLine();
        var tests = solution.PathOf("sample/.images/debian-web/qemu/runs/1/tests/2");
        WaitFor(() => File.Exists($"{tests}/packer.log") && File.ReadAllText($"{tests}/packer.log").Contains("ok 1 before", StringComparison.Ordinal));
        using (var kill = Process.Start("kill", ["-KILL", Assert.Single(Machines(solution)).TrimStart().Split(' ')[0]]))
        {
            kill.WaitForExit();
        }

        Assert.True(test.WaitForExit(Patience), "The tests do not end.");
        Assert.Equal(1, test.ExitCode);
        Assert.Contains("Failed: 1, Passed: 1, Skipped: 0, Total: 2", output.Result, StringComparison.Ordinal);
        Assert.Contains("error XIMG5466: The machine of builder 'qemu' was lost while its tests ran", output.Result, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"Failed\"", File.ReadAllText($"{tests}/test.json"), StringComparison.Ordinal);
        Assert.Empty(Machines(solution));
        Assert.Empty(Directory.GetFileSystemEntries(temporary, "ximg-*"));
        File.Delete(file);
    }

    private static string Plan(ImageSolution solution) => solution.Dotnet("build", "sample", "-t:PlanImage").Succeeded().Output;

    private static string Log(ImageSolution solution)
    {
        var log = solution.PathOf("sample/.images/debian-web/qemu/runs/1/packer.log");
        return File.Exists(log) ? File.ReadAllText(log) : "";
    }

    /// <summary>Virtual machines that work on a disk of this solution.</summary>
    private static string[] Machines(ImageSolution solution)
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-eo", "pid,args"]) { RedirectStandardOutput = true })!;
        return [.. ps.StandardOutput.ReadToEnd().Split('\n').Where(line =>
            line.Contains("qemu-system", StringComparison.Ordinal) && line.Contains(solution.Folder, StringComparison.Ordinal))];
    }

    private static void WaitFor(Func<bool> condition)
    {
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(clock.Elapsed < Patience, "It does not happen.");
            Thread.Sleep(250);
        }
    }

    private static string Run(ImageSolution solution, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(solution.PathOf(program), arguments)
        {
            WorkingDirectory = solution.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + error.Result);
        return output;
    }
}
