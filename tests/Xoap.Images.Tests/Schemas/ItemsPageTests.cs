using System.Text.RegularExpressions;
using Xoap.Images.Model;
using Xoap.Images.Schemas;
using Xoap.Images.Tests.Infra;

namespace Xoap.Images.Tests.Schemas;

/// <summary>docs/items.md says what the tables say: every item type, builder type, provisioner type and metadatum, and nothing else.</summary>
public class ItemsPageTests
{
    private static readonly string Page = Repository.Read("docs", "items.md").ReplaceLineEndings("\n");

    private static readonly Dictionary<string, string> ItemSections = Sections(Page, "## ");

    [Fact]
    public void Every_item_type_has_a_section() =>
        Assert.Equal(ItemTypes.All.Select(type => type.Name), ItemSections.Keys);

    [Fact]
    public void Every_metadatum_of_an_item_type_has_a_bullet() => Assert.All(
        ItemTypes.All, type => Assert.Equal(type.Metadata.Select(metadatum => metadatum.Name), Bullets(ItemSections[type.Name])));

    [Fact]
    public void Every_builder_type_has_its_section_with_its_aliases_and_what_is_managed()
    {
        var sections = Sections(ItemSections["Builder"], "### ");
        Assert.Equal(BuilderTypes.Friendly.Select(type => type.Name), sections.Keys);
        Assert.All(BuilderTypes.Friendly, type =>
        {
            Assert.Equal(type.Aliases.Select(alias => alias.Name).Distinct(), Bullets(sections[type.Name]));
            Assert.Equal(type.Managed.Select(managed => managed.Name), Managed(sections[type.Name]));
            Assert.Equal(Defaults(type, Platform.Windows), Defaults(sections[type.Name], Platform.Windows));
            Assert.Equal(Defaults(type, Platform.Linux), Defaults(sections[type.Name], Platform.Linux));
            Assert.Contains($"Packer's `{type.Component}`", sections[type.Name]);
            Assert.Contains($"Type=\"{type.Name}\"", sections[type.Name]);
        });
    }

    [Fact]
    public void Every_provisioner_type_has_its_section_with_its_own_metadata_and_what_is_managed()
    {
        var sections = Sections(ItemSections["Provisioner"], "### ");
        Assert.Equal(ProvisionerTypes.Friendly.Select(type => type.Name), sections.Keys);
        Assert.All(ProvisionerTypes.Friendly, type =>
        {
            Assert.Equal(type.Own.Select(own => own.Name), Bullets(sections[type.Name]));
            Assert.Equal(type.Managed.Select(managed => managed.Name).Order(), Managed(sections[type.Name]).Order());
            Assert.Contains($"Type=\"{type.Name}\"", sections[type.Name]);
        });
    }

    [Fact]
    public void Every_raw_component_is_listed()
    {
        var intro = Before(ItemSections["Provisioner"], "### ");
        Assert.All(
            ProvisionerTypes.Names.Except(ProvisionerTypes.Friendly.Select(type => type.Name)),
            name => Assert.Contains($"`{name}`", intro));
        var builders = Before(ItemSections["Builder"], "### ");
        Assert.All(
            BuilderTypes.Names.Except(BuilderTypes.Friendly.Select(type => type.Name)),
            name => Assert.Contains($"`{name}`", builders));
    }

    [Fact]
    public void Reserved_names_and_defaults_are_told()
    {
        var paragraph = Regex.Match(Page, @"^Reserved names (.*?)\. ", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;
        Assert.Equal(ItemTypes.Reserved, Names(paragraph));
        foreach (var type in ItemTypes.All)
        {
            Assert.All(
                type.Metadata.Where(metadatum => metadatum.Default is not null),
                metadatum => Assert.Matches($@"- `{metadatum.Name}`:.* Default: {metadatum.Default}\b", ItemSections[type.Name]));
            Assert.All(
                type.Metadata.Where(metadatum => metadatum.Enforced),
                metadatum => Assert.Matches($@"- `{metadatum.Name}`:.* Required\.", ItemSections[type.Name]));
        }
    }

    private static Dictionary<string, string> Sections(string text, string heading) => Regex
        .Matches(text, $@"^{heading}(\w+)\n(.*?)(?=^{heading}|\z)", RegexOptions.Singleline | RegexOptions.Multiline)
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>The names of the bullets that stand before the first inner heading.</summary>
    private static IEnumerable<string> Bullets(string section) => Regex
        .Matches(Before(section, "### "), @"^- `(\w+)`:", RegexOptions.Multiline)
        .Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Managed(string section) =>
        Names(Regex.Match(section, @"Set by the SDK: (.*?)\.\n", RegexOptions.Singleline).Groups[1].Value);

    private static IEnumerable<string> Defaults(BuilderType type, Platform platform) => type.Defaults
        .Where(row => row.Platform == platform)
        .Select(row => $"{SettingName.ToMetadata(row.Attribute)}={row.Value}");

    private static IEnumerable<string> Defaults(string section, Platform platform) => Regex
        .Matches(Regex.Match(section, $@"^Defaults for {platform}: (.*?)\.$", RegexOptions.Multiline).Groups[1].Value, @"`(\w+=[^`]+)`")
        .Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Names(string text) =>
        Regex.Matches(text, @"`(\w+)`").Select(match => match.Groups[1].Value);

    private static string Before(string text, string mark) =>
        text.IndexOf("\n" + mark, StringComparison.Ordinal) is >= 0 and var end ? text[..end] : text;
}
