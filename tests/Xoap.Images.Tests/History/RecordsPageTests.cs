using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Xoap.Images.Diagnostics;
using Xoap.Images.History;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.History;

/// <summary>docs/records.md and the files agree.</summary>
public class RecordsPageTests
{
    [Fact]
    public void Every_property_of_image_json_is_described_and_no_other() => Compare("image.json", Manifest());

    [Fact]
    public void Every_property_of_run_json_is_described_and_no_other() =>
        Compare("run.json", JsonSerializer.Serialize(
            APlan.Run(APlan.Of(("a", "b")), 1, RunStatus.Failed) with { Tests = new RecordedTests(1, 0, 0, []) }, HistoryJson.Records.RunRecord));

    [Fact]
    public void Parts_are_described_too()
    {
        var page = Repository.Read("docs", "records.md");
        JsonTypeInfo[] parts =
        [
            HistoryJson.Records.ImageArtifact, HistoryJson.Records.ImageSystem, HistoryJson.Records.RunStep, HistoryJson.Records.FingerprintInput,
            HistoryJson.Records.RecordedTests, HistoryJson.Records.RecordedTest,
        ];
        Assert.All(parts.SelectMany(part => part.Properties), property => Assert.Contains($"`{property.Name}`", page));
    }

    [Fact]
    public void Records_are_indented_camel_case_text_for_people()
    {
        Assert.Contains("\n  \"contentKey\": \"", Manifest());
        Assert.Contains("\"platform\": \"Linux\"", Manifest());
        Assert.Contains("\"value\": \"ü'<b>\"", Manifest());
    }

    private static string Manifest()
    {
        var plan = APlan.Of(("a", "ü'<b>"));
        var manifest = APlan.Success(plan, new ImageArtifact("x")) with
        {
            Packages = [new PackageName("Contoso.Roles", "1.0.0")],
            Tests = new TestSummary(1, 0, 0),
        };
        return JsonSerializer.Serialize(manifest, HistoryJson.Records.ImageManifest);
    }

    private static void Compare(string section, string json)
    {
        var page = Repository.Read("docs", "records.md");
        var rows = page[page.IndexOf($"## {section}", StringComparison.Ordinal)..].Split("\n## ")[0].Split('\n')
            .Where(row => row.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(row => Regex.Matches(row.Split('|')[1], "`(\\w+)`").Select(match => match.Groups[1].Value));
        using var document = JsonDocument.Parse(json);
        Assert.Equal(document.RootElement.EnumerateObject().Select(property => property.Name).Order(), rows.Order());
    }
}
