using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Places;

/// <summary>Each diagnostic stands at the line and column of what is wrong, once, and nothing else is said. See the folder Cases.</summary>
public class PlaceTests
{
    public static TheoryData<string> Names => [.. PlaceCase.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_shown_where_it_stands(string name)
    {
        using var folder = new TempFolder();
        var expected = PlaceCase.Write(name, folder);
        var reports = ProjectRun.Of(folder, folder[PlaceCase.Project]);
        Assert.Contains(expected, report => name.StartsWith(report.Code, StringComparison.Ordinal));
        Assert.True(
            Lines(expected, report => report.Place) == Lines(reports, report => report.Place),
            $"Expected:\n{Lines(expected, report => report.Place)}\nReported:\n{Lines(reports, report => $"{report.Place}: {report.Text}")}");
        foreach (var mark in expected)
        {
            Assert.Contains(reports, report => report.Place == mark.Place && report.Text.Contains(mark.Text, StringComparison.Ordinal));
        }
    }

    private static string Lines(List<Report> reports, Func<Report, string> line) =>
        string.Join('\n', reports.Select(line).Order(StringComparer.Ordinal));
}
