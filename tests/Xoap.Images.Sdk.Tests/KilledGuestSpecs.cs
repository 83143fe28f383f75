using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using System.Text.Json;
using Xoap.Images.Sdk.Tests.Infra;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>Guests that die or fall silent while their tests run. Each has a guest of its own to lose.</summary>
[SupportedOSPlatform("linux")]
public sealed class KilledGuestSpecs
{
    [Fact]
    public void A_guest_that_dies_midway_loses_no_result_that_it_had_told() =>
        Lose("KILL", "", "XIMG5466", "was lost while its tests ran");

    [Fact]
    public void A_guest_that_falls_silent_is_lost_after_a_while() =>
        Lose("STOP", "SshReadWriteTimeout=\"8s\"", "XIMG5466", "was lost while its tests ran");

    [Fact]
    public void A_guest_that_hangs_is_given_up_when_the_time_of_the_tests_is_over() =>
        Lose("STOP", "", "XIMG5454", "took longer than 8s", "-p:ImageTestTimeout=8s");

    /// <summary>The connection is asked for signs of life meanwhile.</summary>
    [Fact]
    public void A_test_that_says_nothing_for_long_is_no_lost_guest()
    {
        using var guest = new SshGuest();
        using var solution = Solution(guest, "SshReadWriteTimeout=\"6s\"");
        var folder = solution.PathOf("folder");
        solution.Write("gone/tests/b.bats", $"@test \"quiet\" {{\n    pwd > '{folder}'\n    sleep 10\n}}\n");
        var test = solution.Dotnet("test", "gone", "--no-build").Succeeded();
        Assert.Contains("Failed: 0, Passed: 3, Skipped: 0, Total: 3", test.Output, StringComparison.Ordinal);
        Assert.StartsWith("/tmp/", File.ReadAllText(folder), StringComparison.Ordinal);
        Assert.False(Directory.Exists(File.ReadAllText(folder).Trim()));
    }

    private static void Lose(
        string signal, string setting, string code, string words, string property = "-p:ImageTestTimeout=2m", [CallerMemberName] string spec = "")
    {
        using var guest = new SshGuest();
        using var solution = Solution(guest, setting, spec);
        var process = solution.PathOf("process");

        // The servers of this guest alone: what is above them is another one's.
        solution.Write("gone/tests/b.bats", $$"""
            @test "before" {
                true
            }

            @test "the guest goes" {
                process=$$ servers=
                while :; do
                    case $(cat "/proc/$process/comm") in
                        sshd*) servers="$servers $process" ;;
                        *) [ -z "$servers" ] || break ;;
                    esac
                    process=$(ps -o ppid= -p "$process" | tr -d ' ')
                done
                { echo $$; echo "$XOAP_TESTS"; } > '{{process}}'
                kill -{{signal}} $servers
                sleep 120
            }

            @test "after" {
                true
            }
            """.ReplaceLineEndings("\n") + "\n");
        try
        {
            var test = solution.Dotnet("test", "gone", "--no-build", property, "--logger", "trx;LogFileName=gone.trx").Failed();
            Assert.Contains(test.Errors, text => text.Contains(code, StringComparison.Ordinal) && text.Contains(words, StringComparison.Ordinal));
            Assert.Contains("Failed: 3, Passed: 2, Skipped: 0, Total: 5", test.Output, StringComparison.Ordinal);
            test.HasError("b.bats(5,1): error XIMG5459", "'the guest goes'", words);
            test.HasError("b.bats(19,1): error XIMG5459", "'after'", words);
            using var record = JsonDocument.Parse(solution.Read("gone/.images/gone/local/runs/1/tests/1/test.json"));
            Assert.Equal("Failed", record.RootElement.GetProperty("status").GetString());
            Assert.Contains(words, record.RootElement.GetProperty("error").GetString(), StringComparison.Ordinal);
            Assert.Equal(
                ["one Passed", "before Passed", "the guest goes Failed", "after Failed", "last Failed"],
                record.RootElement.GetProperty("tests").EnumerateArray().Select(result => $"{result.GetProperty("name")} {result.GetProperty("state")}"));
            Assert.Empty(Directory.GetFileSystemEntries(solution.PathOf("temporary"), "ximg-*"));
            Assert.DoesNotContain(Processes(), line => line.Contains("packer", StringComparison.Ordinal) && line.Contains(solution.Folder, StringComparison.Ordinal));
        }
        finally
        {
            EndTests(process);
        }
    }

    private static ImageSolution Solution(SshGuest guest, string setting, [CallerMemberName] string spec = "")
    {
        var solution = new ImageSolution(spec);
        solution.Environment["TMPDIR"] = Directory.CreateDirectory(solution.PathOf("temporary")).FullName;
        TestedImage.Write(solution, guest, "gone", tests: null);
        solution.Write("gone/gone.imgproj", solution.Read("gone/gone.imgproj").Replace("Type=\"Null\"", $"Type=\"Null\" {setting}", StringComparison.Ordinal));
        solution.Write("gone/tests/a.bats", "@test \"one\" {\n    true\n}\n");
        solution.Write("gone/tests/c.bats", "@test \"last\" {\n    true\n}\n");
        solution.Build("gone").Succeeded();
        return solution;
    }

    /// <summary>What is left in a guest that only lost its server.</summary>
    private static void EndTests(string process)
    {
        if (!File.Exists(process) || File.ReadAllLines(process) is not [var id, var folder])
        {
            return;
        }

        using (var test = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture)))
        {
            test.Kill(entireProcessTree: true);
        }

        for (var attempt = 0; attempt < 100 && Processes().Any(line => line.Contains(folder, StringComparison.Ordinal)); attempt++)
        {
            Thread.Sleep(100);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string[] Processes()
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-eo", "args"]) { RedirectStandardOutput = true })!;
        return ps.StandardOutput.ReadToEnd().Split('\n');
    }
}
