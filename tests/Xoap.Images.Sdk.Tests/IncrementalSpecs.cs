using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Microsoft.Build.Logging.StructuredLogger;
using Xoap.Images.Sdk.Tests.Infra;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>What makes an image stale, and that nothing starts when it is not.</summary>
[SupportedOSPlatform("linux")]
public sealed class IncrementalSpecs(SshGuest guest) : IClassFixture<SshGuest>
{
    [Fact]
    public void A_second_build_starts_no_process()
    {
        using var solution = new ImageSolution();
        var packer = new CountedPacker(solution);
        solution.Project("web", LocalImage.Running("true"));
        solution.Build("web").Succeeded();
        Assert.Equal(["version", "build"], packer.Calls);

        var second = solution.Build("web").Succeeded();
        Assert.Equal(2, packer.Calls.Length);
        Assert.Contains("web -> web-v1 (up to date)", second.Output, StringComparison.Ordinal);
        var tasks = BinaryLog.ReadBuild(second.Binlog).FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>();
        Assert.Contains(tasks, task => task.Name == "ResolveImage");
        Assert.DoesNotContain(tasks, task => task.Name is "RenderImage" or "BuildImage" or "Exec" or "Csc");

        Assert.Equal(1, ProgramsStarted(solution, "build", "web"));
    }

    [Fact]
    public void Inputs_that_changed_are_named_and_others_do_not_count()
    {
        using var solution = new ImageSolution();
        WriteWebImage(solution);
        solution.Build("web").Succeeded();
        Assert.Equal("", Reasons(solution));

        // Times do not count.
        foreach (var file in Directory.GetFiles(solution.PathOf("web"), "*", SearchOption.TopDirectoryOnly).Concat(Directory.GetFiles(solution.PathOf("web/site"))))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        }

        Assert.Equal("", Reasons(solution));

        // Effort does not count.
        Edit(solution, "Timeout=\"1m\"", "Timeout=\"2m\" MaxRetries=\"1\"");
        Assert.Equal("", Reasons(solution));

        Expect("step Setup", () => solution.Write("web/setup.sh", "true # changed\n"), () => solution.Write("web/setup.sh", "true\n"));
        Expect(
            "step Site",
            () => File.SetLastWriteTimeUtc(solution.Write("web/site/new.html", "new"), DateTime.UtcNow.AddYears(-5)),
            () => File.Delete(solution.PathOf("web/site/new.html")));
        Expect("step Site", () => File.Delete(solution.PathOf("web/site/a.html")), () => solution.Write("web/site/a.html", "a"));
        Expect("step Setup", () => Edit(solution, "ONE=1", "ONE=2"), () => Edit(solution, "ONE=2", "ONE=1"));
        Expect("Extra", () => Edit(solution, "Setup;Site", "Setup;Site;Extra"), () => Edit(solution, "Setup;Site;Extra", "Setup;Site"));
        Assert.Equal("", Reasons(solution));
        Assert.Contains("forced", Reasons(solution, "-p:ImageForce=true"), StringComparison.Ordinal);

        void Expect(string words, Action change, Action back)
        {
            change();
            Assert.Contains(words, Reasons(solution), StringComparison.Ordinal);
            back();
        }
    }

    [Fact]
    public void A_fresh_clone_beside_the_same_state_is_up_to_date()
    {
        using var solution = new ImageSolution();
        WriteWebImage(solution);
        var state = $"-p:ImageStateDirectory={solution.PathOf("state")}";
        solution.Build("web", state).Succeeded();
        Directory.Move(solution.PathOf("web"), solution.PathOf("elsewhere"));
        Directory.Delete(solution.PathOf("elsewhere/obj"), recursive: true);
        Directory.Move(solution.PathOf("elsewhere"), solution.PathOf("again"));
        Assert.Equal("", Reasons(solution, "again", state));
    }

    [Fact]
    public void A_volatile_step_and_an_age_rebuild()
    {
        using var solution = new ImageSolution();
        solution.Project("web", LocalImage.Running("true"));
        solution.Build("web").Succeeded();
        Assert.Contains("older than", Reasons(solution, "-p:ImageMaxAge=1ms"), StringComparison.Ordinal);
        Edit(solution, "Timeout=\"1m\"", "Timeout=\"1m\" Volatile=\"always\"");
        Assert.Contains("Hello", Reasons(solution), StringComparison.Ordinal);
    }

    private void WriteWebImage(ImageSolution solution)
    {
        solution.Write("web/setup.sh", "true\n");
        solution.Write("web/site/a.html", "a");
        solution.Project("web", $"""
              <ItemGroup>
                <Builder Include="guest" Type="Null" SshHost="127.0.0.1" SshPort="{guest.Port}" SshUsername="{Environment.UserName}"
                         SshPrivateKeyFile="{guest.Key}" />
                <Provisioner Include="Setup" Type="LinuxShellScript" Timeout="1m" Script="setup.sh" EnvironmentVariables="ONE=1" />
                <Provisioner Include="Site" Type="File" Timeout="1m" Source="site/" Destination="{solution.PathOf("copied")}" />
                <Provisioner Include="Extra" Type="LinuxShellCommand" Timeout="1m" Command="true" />
                <ProvisionerGroup Include="Basics" Provisioners="Setup;Site" />
                <ProvisionerRole Include="Server" Groups="Basics" />
              </ItemGroup>
            """);
    }

    private static void Edit(ImageSolution solution, string from, string to)
    {
        var text = solution.Read("web/web.imgproj");
        Assert.Contains(from, text, StringComparison.Ordinal);
        solution.Write("web/web.imgproj", text.Replace(from, to, StringComparison.Ordinal));
    }

    private static string Reasons(ImageSolution solution, params string[] arguments)
    {
        var project = arguments is [var first, ..] && first[0] != '-' ? first : "web";
        var result = solution.Dotnet(
            ["msbuild", $"{project}/web.imgproj", "-t:ResolveImage", "-getTargetResult:ResolveImage", "-noWarn:XIMG1104", .. arguments.Where(argument => argument[0] == '-')]);
        var variants = JsonDocument.Parse(result.Succeeded().Output).RootElement.GetProperty("TargetResults").GetProperty("ResolveImage").GetProperty("Items");
        return Assert.Single(variants.EnumerateArray()).GetProperty("Reasons").GetString()!;
    }

    /// <summary>Programs that dotnet and all its children start, dotnet itself included.</summary>
    private static int ProgramsStarted(ImageSolution solution, params string[] arguments)
    {
        var trace = solution.PathOf("trace.txt");
        var start = Infra.Dotnet.StartInfo(solution.Folder, solution.Environment, ["-f", "-qq", "-e", "trace=execve", "-o", trace, "dotnet", .. arguments]);
        start.FileName = "strace";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output);
        return File.ReadLines(trace).Count(line => line.Contains("execve(", StringComparison.Ordinal) && line.EndsWith("= 0", StringComparison.Ordinal));
    }
}
