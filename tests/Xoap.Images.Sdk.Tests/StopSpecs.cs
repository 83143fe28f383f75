using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Builds that are stopped, killed, started twice or run out of disk.</summary>
public sealed class StopSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public void Interrupting_a_build_stops_Packer_and_leaves_no_half_image()
    {
        using var solution = new ImageSolution();
        Project(solution, "web", "echo $$ &gt; started; exec sleep 300");
        using var build = Start(solution, "build", "web");
        var step = WaitForStep(solution, "web");

        Signal("INT", build.Id);
        Assert.True(build.WaitForExit(Patience), "The build does not end.");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal("stopped", Status(solution, "web", 1));
        Assert.False(IsAlive(step), "The step's process lives on.");
        Assert.Empty(Images(solution, "web"));
    }

    [Fact]
    public void After_a_kill_the_next_build_works_and_names_what_the_dead_one_was()
    {
        using var solution = new ImageSolution();
        Project(solution, "web", "echo $$ &gt; started; exec sleep 300");
        using (var build = Start(solution, "build", "web"))
        {
            WaitForStep(solution, "web");
            Signal("KILL", build.Id);
            build.WaitForExit();
        }

        Project(solution, "web", "true");
        var next = solution.Build("web").Succeeded();

        Assert.Contains(next.Warnings, warning => warning.StartsWith("web.imgproj(3,5): warning XIMG4040", StringComparison.Ordinal));
        Assert.Equal("failed", Status(solution, "web", 1));
        Assert.Equal("succeeded", Status(solution, "web", 2));
        Assert.Equal(["web-v2"], Images(solution, "web"));
        solution.Build("web").Succeeded();
        Assert.False(Directory.Exists(solution.PathOf("web/.images/web/local/runs/3")));
    }

    [Fact]
    public void Of_two_builds_at_once_one_waits_and_then_finds_the_image_up_to_date()
    {
        using var solution = new ImageSolution();
        Project(solution, "web", "echo $$ &gt; started; sleep 6");
        using var first = Start(solution, "build", "web");
        WaitForStep(solution, "web");

        var second = solution.Build("web").Succeeded();
        Assert.True(first.WaitForExit(Patience));

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("waiting for", second.Output, StringComparison.Ordinal);
        Assert.Contains("up to date", second.Output, StringComparison.Ordinal);
        Assert.Equal(["web-v1"], Images(solution, "web"));
        Assert.Equal(["1"], Directory.GetDirectories(solution.PathOf("web/.images/web/local/runs")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_build_that_takes_too_long_is_stopped_and_says_where_it_was()
    {
        using var solution = new ImageSolution();
        Project(solution, "web", "exec sleep 300");

        var build = solution.Build("web", "-p:ImageBuildTimeout=3s").Failed();

        Assert.Contains(build.Errors, error => error.StartsWith("web.imgproj: error XIMG4023", StringComparison.Ordinal) && error.Contains("'Step'", StringComparison.Ordinal));
        Assert.Empty(Images(solution, "web"));
    }

    [Fact]
    public void A_full_disk_is_an_error_that_says_so()
    {
        using var solution = new ImageSolution();
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Project(solution, "web", "true");
        solution.Build("web", "-p:ImageBuild=false").Succeeded();
        Directory.CreateDirectory(solution.PathOf("web/.images"));

        // A file system of one page, in a mount namespace of its own, so that nobody needs to be root.
        var start = Dotnet.StartInfo(solution.Folder, solution.Environment);
        start.FileName = "unshare";
        foreach (var argument in (string[])["--map-root-user", "--mount", "sh", "-c",
            "mount -t tmpfs -o size=4k none web/.images && head -c 4096 /dev/zero > web/.images/ballast; exec dotnet build web"])
        {
            start.ArgumentList.Add(argument);
        }

        using var build = Process.Start(start)!;
        build.StandardInput.Close();
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Matches("error XIMG4[0-9]{3}: .*full", output);
        Assert.DoesNotContain("\n   at ", output, StringComparison.Ordinal);
    }

    private static void Project(ImageSolution solution, string name, string command) => solution.Project(name, $"""
          <ItemGroup>
            <Builder Include="local" Type="File" Content="{name}" />
            <Provisioner Include="Step" Type="LocalCommand" WorkingDirectory="." Timeout="10m" Command="{command}" />
            <ProvisionerGroup Include="Group" Provisioners="Step" />
            <ProvisionerRole Include="Role" Groups="Group" />
          </ItemGroup>
        """);

    private static Process Start(ImageSolution solution, params string[] arguments)
    {
        var process = Dotnet.Start(solution.Folder, solution.Environment, arguments);
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>The process id that the step wrote when it began.</summary>
    private static int WaitForStep(ImageSolution solution, string project)
    {
        var file = solution.PathOf($"{project}/started");
        var clock = Stopwatch.StartNew();
        while (!File.Exists(file) || File.ReadAllText(file).Trim().Length == 0)
        {
            Assert.True(clock.Elapsed < Patience, "The step does not begin.");
            Thread.Sleep(50);
        }

        return int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
    }

    private static string Status(ImageSolution solution, string project, int version)
    {
        using var record = JsonDocument.Parse(solution.Read($"{project}/.images/{project}/local/runs/{version}/run.json"));
        return record.RootElement.GetProperty("status").GetString()!.ToLowerInvariant();
    }

    private static string[] Images(ImageSolution solution, string project)
    {
        var folder = solution.PathOf($"{project}/bin/images/local");
        return Directory.Exists(folder) ? [.. Directory.GetFileSystemEntries(folder).Select(path => Path.GetFileName(path)!)] : [];
    }

    private static bool IsAlive(int process)
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "stat=", "-p", process.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        return ps.StandardOutput.ReadToEnd().Trim() is { Length: > 0 } state && state[0] != 'Z';
    }

    private static void Signal(string name, int process)
    {
        using var kill = Process.Start("kill", ["-" + name, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
