using Xoap.Images.TestReports;

namespace Xoap.Images.Tests.TestReports;

public class GuestPathsTests
{
    [Theory]
    [InlineData("/tmp/t/files/", "/tmp/t/files/tests/web.bats: line 3: syntax error", "/project/tests/web.bats: line 3: syntax error")]
    [InlineData("/tmp/t/files/", "(in file '/tmp/t/files/a.sh', /tmp/t/files/b.sh)", "(in file '/project/a.sh', /project/b.sh)")]
    [InlineData("/tmp/t/files/", "/tmp/T/files/a /tmp/t/other", "/tmp/T/files/a /tmp/t/other")]
    [InlineData(@"C:\Windows\Temp\t\files\", @"at C:\windows\Temp\t/files/tests\web.Tests.ps1:4 char:9", "at /project/tests/web.Tests.ps1:4 char:9")]
    [InlineData(@"C:\a.b\", @"C:\aXb\c", @"C:\aXb\c")]
    [InlineData("", "/tmp/t/files/a", "/tmp/t/files/a")]
    public void Copies_in_the_guest_are_the_files_of_this_machine(string guest, string text, string expected)
    {
        var result = new TestResult("a", "/project/a", 1, ["a"], TestState.Failed, TimeSpan.Zero) { Message = text, Details = text, Output = text };
        var shown = new GuestPaths(guest, "/project/").In(result);
        Assert.Equal((expected, expected, text), (shown.Message, shown.Details, shown.Output));
    }

    [Fact]
    public void The_guest_says_where_its_copies_are()
    {
        var report = new GuestReport();
        Assert.Equal("", report.Folder);
        report.Add("xoap-test 000 folder /tmp/a b/files/");
        report.Add("xoap-test 000 end");
        Assert.Equal("/tmp/a b/files/", report.Folder);
    }
}
