using System.Text.RegularExpressions;
using Xoap.Images.TestReports;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.TestReports;

/// <summary>The test files of samples, roles and templates: each test is listed, at its line, under its name.</summary>
public partial class OwnTestFilesTests
{
    public static TheoryData<string> Files =>
    [
        .. ((string[])["samples", "roles", "templates"])
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or ".images"))
            .Where(file => file.EndsWith(".bats", StringComparison.Ordinal) || file.EndsWith(".Tests.ps1", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_test_is_listed_at_its_line_under_its_name(string path)
    {
        var text = Repository.Read(path.Split('/'));
        var written = text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (Line: index + 1, Name: Declared().Match(line).Groups["name"].Value))
            .Where(test => test.Name.Length > 0)
            .ToArray();
        var file = new TestFile(Repository.PathOf(path), path);
        var isPester = path.EndsWith(".ps1", StringComparison.Ordinal);
        var listed = isPester ? PesterSource.Tests(file, text) : BatsSource.Tests(file, text);
        Assert.NotEmpty(written);
        Assert.Equal(written, listed.Select(test => (test.Line, test.Path[^1])));
        Assert.Equal(listed.Length, listed.Select(test => test.Id).Distinct().Count());
        if (isPester)
        {
            Assert.All(listed, test => Assert.True(test.Path.Length >= 2));
            Assert.DoesNotMatch(NotInWindowsPowerShell(), text);
        }
    }

    [GeneratedRegex("""^(\s*It '(?<name>[^']+)'|@test "(?<name>[^"]+)")""")]
    private static partial Regex Declared();

    /// <summary>Windows PowerShell 5.1 has no pipeline chains, null operators and ternaries.</summary>
    [GeneratedRegex(@"&&|\|\||\?\?|\?\.|\s\?\s.+\s:\s")]
    private static partial Regex NotInWindowsPowerShell();
}
