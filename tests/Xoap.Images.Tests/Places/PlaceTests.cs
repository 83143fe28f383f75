using System.Text.RegularExpressions;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Places;

/// <summary>Each diagnostic stands at the line and column of what is wrong, once, and nothing else is said. See the folder Cases.</summary>
public class PlaceTests
{
    /// <summary>What takes more than a project, and the tests that show it: in a build, with line and column where it has them.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["XIMG0001"] = "ProjectShapeSpecs",
        ["XIMG0002"] = "ProjectShapeSpecs",
        ["XIMG0004"] = "ProjectShapeSpecs",
        ["XIMG0005"] = "RoleSpecs",
        ["XIMG0006"] = "ImageTaskTests",
        ["XIMG0099"] = "ImageTaskTests",
        ["XIMG0103"] = "SourceReaderTests",
        ["XIMG1184"] = "CheckReferencesTests",
        ["XIMG2573"] = "TestPlanTests",
        ["XIMG3900"] = "ImagePackageSpecs",
        ["XIMG3901"] = "ImagePackageSpecs",
        ["XIMG3902"] = "ImagePackageSpecs",
        ["XIMG3903"] = "ImagePackageSpecs",
        ["XIMG3904"] = "ImagePackageTests",
        ["XIMG4020"] = "BuildSpecs",
        ["XIMG4021"] = "PackerRunnerTests",
        ["XIMG4024"] = "PackerRunnerTests",
        ["XIMG4025"] = "CancelSpecs",
        ["XIMG4026"] = "PackerRunnerTests",
        ["XIMG4032"] = "OutputFaultTests",
        ["XIMG4040"] = "StopSpecs",
        ["XIMG4045"] = "ImageTestSpecs",
        ["XIMG4100"] = "ValidateSpecs",
        ["XIMG4101"] = "PackerValidationTests",
        ["XIMG4102"] = "PackerValidationTests",
        ["XIMG4103"] = "PackerValidationTests",
        ["XIMG4104"] = "PackerValidationTests",
        ["XIMG4501"] = "BuildVersionTests",
        ["XIMG5001"] = "BootPlanTests",
        ["XIMG5002"] = "BootPlanTests",
        ["XIMG5003"] = "BootPlanTests",
        ["XIMG5004"] = "BootPlanTests",
        ["XIMG5005"] = "BootPlanTests",
        ["XIMG5006"] = "BootPlanTests",
        ["XIMG5010"] = "FirstStartTests",
        ["XIMG5450"] = "DotnetTestSpecs",
        ["XIMG5451"] = "DotnetTestSpecs",
        ["XIMG5452"] = "DotnetTestSpecs",
        ["XIMG5453"] = "TestBootTests",
        ["XIMG5454"] = "TestBootTests",
        ["XIMG5455"] = "TestBootTests",
        ["XIMG5456"] = "TestRecoveryTests",
        ["XIMG5457"] = "TestBootTests",
        ["XIMG5458"] = "DotnetTestSpecs",
        ["XIMG5459"] = "DotnetTestSpecs",
        ["XIMG5460"] = "DotnetTestSpecs",
        ["XIMG5461"] = "DotnetTestSpecs",
        ["XIMG5462"] = "TestLoggersTests",
        ["XIMG5463"] = "TestCommandSpecs",
        ["XIMG5464"] = "TestBootTests",
        ["XIMG5465"] = "TestCommandSpecs",
        ["XIMG5466"] = "KilledGuestSpecs",
    };

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

    [Fact]
    public void Every_diagnostic_is_shown()
    {
        var documented = Regex.Matches(Repository.Read("docs", "diagnostics.md"), @"^### (XIMG\d{4})\r?$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value)
            .ToArray();
        var shown = PlaceCase.Names.Select(name => name[.."XIMG0000".Length]).Distinct().ToArray();
        Assert.Equal(documented.Order(), shown.Concat(Elsewhere.Keys).Order());
        foreach (var (code, spec) in Elsewhere)
        {
            var file = Directory.EnumerateFiles(Repository.PathOf("tests"), spec + ".cs", SearchOption.AllDirectories).Single();
            Assert.Contains(code, File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    private static string Lines(List<Report> reports, Func<Report, string> line) =>
        string.Join('\n', reports.Select(line).Order(StringComparer.Ordinal));
}
