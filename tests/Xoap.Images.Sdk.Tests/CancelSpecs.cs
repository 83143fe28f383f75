using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Ctrl+C in a build.</summary>
[SupportedOSPlatform("linux")]
public class CancelSpecs
{
    [Fact]
    public void An_interrupted_build_stops_Packer_records_it_and_leaves_nothing_running()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running($"exec sleep 1234.{Environment.ProcessId}"));
        solution.Dotnet("restore", "web").Succeeded();
        using var build = Infra.Dotnet.Start(solution.Folder, solution.Environment, "build", "web", "--no-restore");
        var output = new StringBuilder();
        while (build.StandardOutput.ReadLine() is { } line)
        {
            output.AppendLine(line);
            if (line.EndsWith("[1/1] Hello", StringComparison.Ordinal) && IsRunning())
            {
                using var interrupt = Process.Start("kill", ["-INT", build.Id.ToString()]);
                interrupt.WaitForExit();
            }
        }

        build.WaitForExit();
        Assert.True(build.ExitCode != 0, output.ToString());
        Assert.True(output.ToString().Contains("web.imgproj(3,5): error XIMG4025", StringComparison.Ordinal), output.ToString());
        Assert.DoesNotContain("   at ", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("Stopped", JsonDocument.Parse(solution.Read("web/.images/web/local/runs/1/run.json")).RootElement.GetProperty("status").GetString());
        Assert.False(IsRunning(attempts: 1));
    }

    /// <summary>Whether the step's program runs; it may take a moment to start.</summary>
    private static bool IsRunning(int attempts = 100)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            using var list = Process.Start(new ProcessStartInfo("pgrep", ["-fx", $"sleep 1234.{Environment.ProcessId}"]) { RedirectStandardOutput = true })!;
            list.WaitForExit();
            if (list.ExitCode == 0)
            {
                return true;
            }

            Thread.Sleep(50);
        }

        return false;
    }
}
