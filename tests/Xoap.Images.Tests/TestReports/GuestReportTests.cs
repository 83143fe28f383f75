using FsCheck;
using FsCheck.Fluent;
using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class GuestReportTests
{
    [Fact]
    public void Lines_are_split_by_file()
    {
        var report = Read("""
            xoap-test 001 begin Bats 1.11.1
            xoap-test 001 out 1..1
            xoap-test 002 begin Pester 5.7.1 on PowerShell 5.1.19041
            xoap-test 001 out ok 1 a  b
            xoap-test 001 err  warned
            xoap-test 002 fail No Pester was found.
            xoap-test 001 exit -1073741510
            xoap-test 000 end
            """);
        var bats = report.File(1);
        Assert.Equal(("Bats 1.11.1", true, true, -1073741510L), (bats.Runner, bats.Started, bats.Ended, bats.Exit));
        Assert.Equal(["1..1", "ok 1 a  b"], bats.Out);
        Assert.Equal([" warned"], bats.Err);
        Assert.Equal(("No Pester was found.", true, null), (report.File(2).Fail, report.File(2).Ended, report.File(2).Exit));
        Assert.True(report.IsComplete);
        Assert.Equal((false, false, ""), (report.File(3).Started, report.File(3).Ended, report.File(3).Runner));
    }

    [Theory]
    [InlineData("xoap-test 001 out ok")]
    [InlineData("xoap-test 001 out ok\r")]
    [InlineData("xoap-test 001 out ok\r\n")]
    [InlineData("\uFEFFxoap-test 001 out ok")]
    [InlineData("    xoap-test 001 out ok")]
    [InlineData("2026-11-20T11:10:08Z:     web.qemu.x: xoap-test 001 out ok")]
    [InlineData("2026-11-20T11:10:08Z: ==> web.qemu.x: xoap-test 001 out ok")]
    [InlineData("    qemu.x: xoap-test 1 out ok")]
    public void A_line_is_found_behind_what_Packer_writes_before_it(string line) => Assert.Equal(["ok"], Read(line).File(1).Out);

    [Theory]
    [InlineData("")]
    [InlineData("==> qemu.x: Provisioning with shell script: 001.sh")]
    [InlineData("+ echo xoap-test 001 out ok")]
    [InlineData("xoap-test")]
    [InlineData("xoap-test ")]
    [InlineData("xoap-test 001")]
    [InlineData("xoap-test -01 out ok")]
    [InlineData("xoap-test 99999999999 out ok")]
    [InlineData("xoap-test one out ok")]
    [InlineData("xoap-test 001 outer ok")]
    [InlineData("xoap-test 001 exit soon")]
    [InlineData("xoap-test 001 fail ")]
    [InlineData("xoap-test 000 out ok")]
    public void Everything_else_is_passed_over(string line)
    {
        var report = Read(line);
        Assert.False(report.IsComplete);
        Assert.Equal((0, 0, false), (report.File(1).Out.Count, report.File(1).Err.Count, report.File(1).Ended));
    }

    [Fact]
    public void The_results_file_takes_the_place_of_the_same_lines_in_the_log()
    {
        string[] lines = ["xoap-test 001 begin Bats 1", "xoap-test 001 out 1..1", "xoap-test 001 out ok 1 a", "xoap-test 001 exit 0"];
        var report = Read(string.Join('\n', lines.Concat(lines)));
        Assert.Equal(["1..1", "ok 1 a"], report.File(1).Out);
    }

    [Fact]
    public void A_results_file_that_breaks_off_does_not_take_away_what_the_log_had()
    {
        var report = Read("""
            xoap-test 001 begin Bats 1
            xoap-test 001 out 1..1
            xoap-test 001 out ok 1 a
            xoap-test 001 exit 0
            xoap-test 002 begin Bats 1
            xoap-test 002 out 1..2
            xoap-test 001 begin Bats 1
            xoap-test 002 begin Bats 1
            xoap-test 002 out 1..2
            xoap-test 002 out ok 1 b
            """);
        Assert.Equal(["1..1", "ok 1 a"], report.File(1).Out);
        Assert.True(report.File(1).Ended);
        Assert.Equal(["1..2", "ok 1 b"], report.File(2).Out);
    }

    [Fact]
    public void No_text_throws() => Prop.ForAll<string[]>(lines =>
    {
        var report = new GuestReport();
        foreach (var line in lines)
        {
            report.Add(line ?? "");
            report.Add("xoap-test 001 " + line);
            report.Add("xoap-test 001 out " + line);
        }

        return report.File(1).Out.Count >= lines.Length;
    }).QuickCheckThrowOnFailure();

    private static GuestReport Read(string text)
    {
        var report = new GuestReport();
        foreach (var line in text.Split('\n'))
        {
            report.Add(line);
        }

        return report;
    }
}
