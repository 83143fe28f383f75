using Xoap.Images.TestReports;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.TestReports;

/// <summary>Recorded reports and the test files behind them.</summary>
internal static class Sample
{
    public static string PathOf(params string[] parts) =>
        Repository.PathOf(["tests", "Xoap.Images.Tests", "TestReports", "Samples", .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    public static string[] Lines(params string[] parts) => Read(parts).TrimEnd('\n').Split('\n');

    public static TestFile TestFile(string name) => new("/project/tests/" + name, "tests/" + name);

    /// <summary>A report of one file: its lines of that kind, and that it ended.</summary>
    public static FileReport Report(IEnumerable<string> lines, string exit = "0", params string[] errors)
    {
        var report = new GuestReport();
        report.Add("xoap-test 001 begin Runner 1.0");
        foreach (var line in lines)
        {
            report.Add("xoap-test 001 out " + line);
        }

        foreach (var line in errors)
        {
            report.Add("xoap-test 001 err " + line);
        }

        if (exit.Length > 0)
        {
            report.Add("xoap-test 001 exit " + exit);
        }

        return report.File(1);
    }
}
