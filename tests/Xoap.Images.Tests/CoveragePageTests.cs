using System.Text.RegularExpressions;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests;

/// <summary>docs/coverage.md names only what there is, and answers every line.</summary>
public class CoveragePageTests
{
    private static readonly string Page = Repository.Read("docs", "coverage.md").ReplaceLineEndings("\n");

    private static readonly string[] Rows =
        [.. Page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line != "| the product | here |")];

    [Fact]
    public void Every_line_has_an_answer()
    {
        Assert.True(Rows.Length > 80, $"{Rows.Length} lines");
        Assert.All(Rows, row => Assert.Matches(@"^\| [^|]{4,} \| [^|]{4,} \|$", row));
    }

    [Fact]
    public void Every_code_exists()
    {
        var known = Regex.Matches(Repository.Read("docs", "diagnostics.md"), @"^### (XIMG\d{4})\r?$", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);
        Assert.Empty(Quoted(@"XIMG\d{4}").Except(known));
    }

    [Fact]
    public void Every_item_setting_property_and_target_exists()
    {
        var components = BuilderTypes.Names.Select(name => BuilderTypes.Find(name)!.Component).Select(SchemaCatalog.FindBuilder)
            .Concat(SchemaCatalog.ProvisionerNames.Select(SchemaCatalog.FindProvisioner))
            .SelectMany(schema => schema!.Attributes.Concat(schema.Blocks.SelectMany(block => block.Attributes)))
            .Select(attribute => SettingName.ToMetadata(attribute.Name));
        var known = ItemTypes.All.SelectMany(type => type.Metadata.Select(metadatum => metadatum.Name).Prepend(type.Name))
            .Concat(BuilderTypes.Friendly.SelectMany(type => type.Aliases.Select(alias => alias.Name).Prepend(type.Name)))
            .Concat(ProvisionerTypes.Friendly.SelectMany(type => type.Own.Select(own => own.Name).Prepend(type.Name)))
            .Concat(components)
            .Concat(Providers.All)
            .Concat(Bullets("properties.md"))
            .Concat(Bullets("targets.md"))
            .Concat(["Auto", "Cleanup", "Keep"])
            .ToHashSet(StringComparer.Ordinal);
        var named = Quoted("[A-Z][A-Za-z]+").ToArray();
        Assert.True(named.Length > 80, $"{named.Length} names");
        Assert.All(named, name => Assert.Contains(name, known));
    }

    [Fact]
    public void Every_page_that_it_links_to_exists() => Assert.All(
        Regex.Matches(Page, @"\]\(([\w-]+\.md)").Select(match => match.Groups[1].Value),
        page => Assert.True(File.Exists(Repository.PathOf("docs", page)), page));

    private static IEnumerable<string> Quoted(string pattern) =>
        Regex.Matches(Page, $"`({pattern})`").Select(match => match.Groups[1].Value).Distinct();

    private static IEnumerable<string> Bullets(string page) =>
        Regex.Matches(Repository.Read("docs", page), @"^- `(\w+)`", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
}
