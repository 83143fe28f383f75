using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xoap.Images.Sdk.Tests.Infra;

namespace Xoap.Images.Sdk.Tests;

/// <summary>The reference pages name what the targets have, and nothing else.</summary>
public class PagesSpecs
{
    private static readonly XDocument[] Targets =
    [
        .. Directory.GetFiles(Repository.PathOf("src", "Xoap.Images.Sdk", "targets")).Order().Select(file => XDocument.Load(file)),
    ];

    [Fact]
    public void Every_target_is_on_the_page_of_targets()
    {
        var hacks = XDocument.Load(Repository.PathOf("src", "Xoap.Images.Sdk", "targets", "Xoap.Images.Hacks.targets"));
        var ours = Names(Targets, "Target").Except(Names([hacks], "Target")).Where(name => name[0] != '_');
        Assert.Equal(ours.Order(), Documented("targets.md"));
    }

    [Fact]
    public void Every_property_of_the_image_is_on_the_page_of_properties()
    {
        var used = Targets
            .SelectMany(file => Regex.Matches(file.ToString(), @"\$\((?<name>(Image|Packer|XoapImages|DefaultProvisioner|EnableDefaultImage|PesterModule|Bats)\w+)\)"))
            .Select(match => match.Groups["name"].Value)
            .Distinct();
        Assert.Equal(used.Order(), Documented("properties.md"));
    }

    [Fact]
    public void Every_target_of_ours_says_what_goes_in_and_out()
    {
        foreach (var file in Directory.GetFiles(Repository.PathOf("src", "Xoap.Images.Sdk", "targets")).Where(file => !file.EndsWith("Hacks.targets", StringComparison.Ordinal)))
        {
            foreach (var target in XDocument.Load(file).Root!.Elements("Target"))
            {
                var header = target.NodesBeforeSelf().OfType<XComment>().LastOrDefault()?.Value ?? "";
                var name = target.Attribute("Name")!.Value;
                Assert.True(
                    header.TrimStart().StartsWith(name + ":", StringComparison.Ordinal)
                        && header.Contains("[IN]", StringComparison.Ordinal) && header.Contains("[OUT]", StringComparison.Ordinal),
                    $"{Path.GetFileName(file)}: {name}");
            }
        }
    }

    [Fact]
    public void Every_code_of_the_targets_and_tasks_is_on_the_page_of_diagnostics()
    {
        var sources = Directory.GetFiles(Repository.PathOf("src", "Xoap.Images.Sdk"), "*.targets", SearchOption.AllDirectories)
            .Append(Repository.PathOf("src", "Xoap.Images.Tasks", "TaskDiagnostics.cs"));
        var used = sources.SelectMany(file => Regex.Matches(File.ReadAllText(file), @"XIMG00\d\d""")).Select(match => match.Value.Trim('"')).Distinct();
        var documented = Regex.Matches(Repository.Read("docs", "diagnostics.md"), @"^### (XIMG00\d\d)\r?$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);
        Assert.Equal(used.Order(), documented.Order());
        Assert.True(used.Count() >= 4);
    }

    private static IEnumerable<string> Names(IEnumerable<XDocument> files, string element) =>
        files.SelectMany(file => file.Root!.Elements(element)).Select(target => target.Attribute("Name")!.Value);

    private static IEnumerable<string> Documented(string page) =>
        Regex.Matches(Repository.Read("docs", page), @"^- `(\w+)`", RegexOptions.Multiline).Select(match => match.Groups[1].Value).Order();
}
