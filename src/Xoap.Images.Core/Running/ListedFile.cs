using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.TestReports;

namespace Xoap.Images.Running;

/// <summary>A test file of a variant, and the tests that its text shows.</summary>
internal sealed record ListedFile(PlannedTest Test, TestFile File, ImmutableArray<TestCase> Tests)
{
    /// <summary>Reads the file; nothing is started.</summary>
    public static ListedFile Of(PlannedTest test)
    {
        var file = new TestFile(test.Test.Path, test.Test.Name.Replace('\\', '/'));
        var text = string.Join('\n', GuestReportFile.Lines(test.Test.Path));
        return new ListedFile(test, file, test.Test.Framework switch
        {
            TestFramework.Pester => PesterSource.Tests(file, text),
            TestFramework.Bats => BatsSource.Tests(file, text),
            _ => [TestCase.Of(file)],
        });
    }

    /// <param name="report">What the guest said.</param>
    /// <param name="interruption">Why it said no more: a sentence, or empty.</param>
    public ImmutableArray<TestResult> Results(GuestReport report, string interruption)
    {
        var test = Test.Test;
        var run = new FileRun(File, report.File(Test.Number), test.Framework is TestFramework.Pester or TestFramework.Bats ? Tests : [])
        {
            Interruption = interruption,
            Login = test.Origin.At(test.Login.RunAs is null ? "ElevatedUser" : "RunAs"),
        };
        var results = test.Framework switch
        {
            TestFramework.Pester => PesterResults.Read(run),
            TestFramework.Bats => BatsResults.Read(run),
            TestFramework.Tap => TapResults.Read(run),
            _ => JUnitResults.Read(run),
        };
        var paths = new GuestPaths(report.Folder.Length == 0 ? "" : report.Folder + test.Place.GuestFolder, test.Place.Root + "/");
        return [.. results.Select(paths.In)];
    }
}
