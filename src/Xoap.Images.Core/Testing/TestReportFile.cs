using System.Globalization;
using Xoap.Images.TestReports;

namespace Xoap.Images.Testing;

/// <summary>A report that other tools read.</summary>
internal enum TestReportKind
{
    Trx,
    JUnit,
}

/// <summary>A report and where it goes.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record TestReportFile(TestReportKind Kind, string Path)
{
    private string Extension => Kind == TestReportKind.Trx ? ".trx" : ".xml";

    /// <param name="folder">Where reports go.</param>
    /// <param name="name">As the user wrote it; null: one of our own, which no other run uses.</param>
    public static TestReportFile Of(TestReportKind kind, string folder, string? name, string project)
    {
        var file = new TestReportFile(kind, "");
        var own = string.Create(CultureInfo.InvariantCulture, $"{project}_{DateTime.Now:yyyy-MM-dd_HH_mm_ss.fff}");
        return file with { Path = System.IO.Path.GetFullPath(name ?? own + file.Extension, folder) };
    }

    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write(TestReport report)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, Kind == TestReportKind.Trx ? TrxWriter.Write(report) : JUnitWriter.Write(report));
    }
}
