using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.Running;
using Xoap.Images.TestReports;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Running;

public sealed class GuestResultsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_the_guest_wrote_is_read_without_secrets()
    {
        _folder.Write("results.txt", "xoap-test 001 begin a.sh\nxoap-test 001 out 1..1\nxoap-test 001 out not ok 1 - hunter2 is wrong\nxoap-test 001 exit 1\nxoap-test 000 end\n");
        var result = Assert.Single(Read(TestFramework.Tap)!.Value);
        Assert.Equal(("*** is wrong", TestState.Failed), (result.Path[0], result.State));
    }

    [Fact]
    public void Where_no_file_came_the_log_tells_what_was_heard()
    {
        _folder.Write("packer.log", "2026-11-21T10:00:00Z:     qemu: xoap-test 001 begin a.sh\n2026-11-21T10:00:00Z:     qemu: xoap-test 001 out ok 1 - early\n");
        var results = Read(TestFramework.Tap)!.Value;
        Assert.Equal([TestState.Passed, TestState.Failed], results.Select(result => result.State));
        Assert.Equal("early", results[0].Path[0]);
    }

    [Fact]
    public void A_command_of_JUnit_is_read_from_its_xml()
    {
        _folder.Write(
            "results.txt",
            "xoap-test 001 begin a.sh\nxoap-test 001 out <testsuite><testcase name=\"good\"/>\n"
            + "xoap-test 001 out <testcase name=\"bad\"><failure message=\"no\"/></testcase></testsuite>\nxoap-test 001 exit 1\nxoap-test 000 end\n");
        Assert.Equal([TestState.Passed, TestState.Failed], Read(TestFramework.JUnit)!.Value.Select(result => result.State));
    }

    [Fact]
    public void A_build_that_did_not_come_to_its_tests_has_no_results()
    {
        _folder.Write("packer.log", "2026-11-21T10:00:00Z: ==> qemu: Script exited with non-zero exit status: 1\n");
        Assert.Null(Read(TestFramework.Tap));
    }

    private ImmutableArray<TestResult>? Read(TestFramework framework)
    {
        _folder.Write("a.sh", "true\n");
        var run = new TestRun([new PlannedTest(1, Tested.File(_folder.Path, "a.sh", framework), [])], [], IsGate: true);
        return GuestResults.Read(run, _folder["results.txt"], _folder["packer.log"], new Redactor(["hunter2"]));
    }
}
