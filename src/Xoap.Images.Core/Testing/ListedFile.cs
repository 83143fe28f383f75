using System.Collections.Immutable;
using Xoap.Images.Model;
using Xoap.Images.Planning;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>A test file of a variant, and the tests that its text shows.</summary>
internal sealed record ListedFile(PlannedTest Test, TestFile File, ImmutableArray<TestCase> Tests)
{
    /// <summary>Reads the files of a variant's tests; nothing is started.</summary>
    public static ImmutableArray<ListedFile> Of(BuildPlan plan, string projectDirectory) =>
        [.. plan.Tests.Select(test => Of(test, projectDirectory))];

    private static ListedFile Of(PlannedTest test, string projectDirectory)
    {
        var file = new TestFile(test.Test.Path, Path.GetRelativePath(projectDirectory, test.Test.Path).Replace('\\', '/'));
        var text = System.IO.File.Exists(file.Path) ? System.IO.File.ReadAllText(file.Path) : "";
        return new ListedFile(test, file, test.Test.Framework switch
        {
            TestFramework.Pester => PesterSource.Tests(file, text),
            TestFramework.Bats => BatsSource.Tests(file, text),
            _ => [TestCase.Of(file)],
        });
    }
}
