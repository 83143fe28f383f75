using System.Globalization;

namespace Xoap.Images.Testing;

/// <summary>What a run of tests tells people while it goes on.</summary>
internal static class TestWords
{
    private const int MostNames = 5;

    /// <summary>That there is nothing to run.</summary>
    public static string NoTests(TestRunOptions options) =>
        LeftOut(options) is { } left ? Of(left)! : $"{Path.GetFileName(options.ProjectFile)} has no image tests.";

    /// <summary>Null: no test file is left out.</summary>
    public static TestProgress.LeftOut? LeftOut(TestRunOptions options) =>
        options.LeftOut.Count == 0 ? null : new TestProgress.LeftOut(Path.GetFileName(options.ProjectFile), options.LeftOut);

    public static string Role(string projectFile) => $"{Path.GetFileName(projectFile)} is a role: it has no machine to test. "
        + "The tests that it brings run in the images that have the role.";

    /// <param name="logs">The folder of their logs.</param>
    /// <param name="stale">Why the image is not up to date; null when it is.</param>
    public static string Announcement(string image, int version, string variant, string logs, string? stale) => string.Create(
        CultureInfo.InvariantCulture,
        $"{image} on {variant}: its tests run in v{version}{(stale is null ? "" : $", which is not up to date ({stale})")}, logs: {logs}");

    /// <summary>In the words of dotnet test.</summary>
    public static string NoMatch(string filter, string projectFile) => $"No test matches the given testcase filter `{filter}` in {projectFile}";

    /// <summary>Null: nothing.</summary>
    public static string? Of(TestProgress what) => what switch
    {
        TestProgress.Booting boot => string.Create(
            CultureInfo.InvariantCulture, $"{boot.Image} on {boot.Variant}: starting v{boot.Version} to test it, log: {boot.Log}"),
        TestProgress.LeftOut left => string.Create(
            CultureInfo.InvariantCulture,
            $"{left.Project}: {(left.Files.Count == 1 ? "one test file is" : $"{left.Files.Count} test files are")} for none of the image's variants: {Names(left.Files)}"),
        TestProgress.Connecting connecting => $"{connecting.Image} on {connecting.Variant}: waiting for the guest to let in {connecting.How}",
        TestProgress.Stopping stopping => string.Create(
            CultureInfo.InvariantCulture, $"stopping; Packer has {stopping.Patience.TotalSeconds:0} s to clean up"),
        TestProgress.Noticed noticed => $"{noticed.Problem.Code}: {noticed.Problem.Message}",
        _ => null,
    };

    private static string Names(IReadOnlyList<string> files) =>
        string.Join(", ", files.Take(MostNames)) + (files.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $", and {files.Count - MostNames} more") : "");
}
